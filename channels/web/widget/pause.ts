/** Waits, but no longer once the device says it is online or the page is looked at again. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      globalThis.removeEventListener('online', done)
      globalThis.removeEventListener('pageshow', done)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    globalThis.addEventListener('online', done)
    globalThis.addEventListener('pageshow', done)
    signal?.addEventListener('abort', done)
  })
}
