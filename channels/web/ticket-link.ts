/** Where the page of a demand stands, below /web/, for whoever has its secret. */
export const ticketLink = ({ number, secret }: { number: string; secret: string }): string =>
  `tickets/${number}.${secret}`

/** What such a link names; null where it is none. */
export function readTicketLink(link: string): { number: string; secret: string } | null {
  const found = /^(\d{8}-\d{4,6})\.([\w-]{10,64})$/u.exec(link)
  return found?.[1] === undefined || found[2] === undefined ? null : { number: found[1], secret: found[2] }
}
