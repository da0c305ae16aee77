/** Somebody else changed the ticket first: read it again, then decide again. */
export class StaleTicket extends Error {
  constructor(readonly number: string) {
    super(`Ticket ${number} has changed meanwhile.`)
    this.name = 'StaleTicket'
  }
}
