import { refuse } from './refusal.ts'

/** One place is served, so nobody has to name it; who names another is at the wrong address. */
export function checkJurisdiction(asked: string | null, served: string): void {
  const name = asked?.trim() ?? ''
  if (name !== '' && name.toLowerCase() !== served.toLowerCase()) throw refuse(404, 'jurisdiction', { name })
}
