/** Waits no longer than the signal allows, whether or not the work heeds it; `otherwise` where it is late or fails. */
export const inTime = <T, U>(work: Promise<T>, signal: AbortSignal, otherwise: U): Promise<T | U> =>
  Promise.race([
    work.catch(() => otherwise),
    new Promise<U>((resolve) => {
      const giveUp = () => resolve(otherwise)
      if (signal.aborted) giveUp()
      else signal.addEventListener('abort', giveUp, { once: true })
    }),
  ])
