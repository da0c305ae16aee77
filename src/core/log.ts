/** Writes one line of what happened. It takes ids, kinds and figures, never the text of a message. */
export type Log = (
  level: 'debug' | 'info' | 'warn' | 'error',
  event: string,
  facts?: Readonly<Record<string, string | number | boolean | null>>,
) => void
