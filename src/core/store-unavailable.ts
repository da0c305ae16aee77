/** What keeps a store from answering. */
export type StoreFault = 'unreachable' | 'refused' | 'busy' | 'full' | 'read-only' | 'damaged' | 'closed'

/**
 * The store cannot work now, for a reason outside the program. Whether the last change was kept is unknown only for 'unreachable';
 * otherwise it was not. The next call tries again by itself.
 */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable'
  reason: StoreFault

  constructor(reason: StoreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.reason = reason
  }
}
