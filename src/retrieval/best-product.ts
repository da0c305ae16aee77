/** `best-product.wat` in binary form; a test compares the two. */
export const bestProductBinary =
  'AGFzbQEAAAABCQFgBH9/f38BfQITAQd2ZWN0b3JzBm1lbW9yeQIAAQMCAQAHCAEEYmVzdAAACrsBAbgBAwF9An8Ce0MAAID/IQQCQANAIAJFDQEgACADaiEFQQAhBv0MAAAAAAAAAAAAAAAAAAAAACEIA0AgAP0ABAAhByAIIAb9AAQAIAf9hwH9ugH9rgEhCCAIIAb9AAQQIAf9iAH9ugH9rgEhCCAGQSBqIQYgAEEQaiEAIAAgBUkNAAsgBCABKgIAIAj9GwAgCP0bAWogCP0bAiAI/RsDamqylJchBCABQQRqIQEgAkEBayECDAALCyAECw=='

const program = new WebAssembly.Module(Buffer.from(bestProductBinary, 'base64'))

/** `row` and `scale` are places in the memory, `size` is a multiple of 16. Minus infinity where `count` is 0. */
export type BestProduct = (row: number, scale: number, count: number, size: number) => number

/** The largest of some dot products of the query at the memory's start with rows of bytes, each times its row's scale. */
export function createBestProduct(memory: WebAssembly.Memory): BestProduct {
  const { best } = new WebAssembly.Instance(program, { vectors: { memory } }).exports
  // The module's only export, with this very type.
  return best as BestProduct
}
