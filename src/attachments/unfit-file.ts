import type { FileFault } from '../core/attachments.ts'

/** A file that is not taken, and why. */
export class UnfitFile extends Error {
  override name = 'UnfitFile'
  fault: FileFault

  constructor(fault: FileFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
