/** The encoding that a page declares for itself in its first bytes; null where it declares none. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/iu.exec(start)?.[1] ??
    /<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/iu.exec(start)?.[1] ??
    null
  )
}
