import type { Contact } from '../../core/ticket.ts'

/** By what two demands are known to come from one person. */
export type PersonLink = 'conversation' | 'phone' | 'email'

const phoneOf = (contact: Contact | null): string =>
  (contact?.phone ?? '')
    .normalize('NFKC')
    .replaceAll(/\D/gu, '')
    .replace(/^(?:00)?86(?=1\d{10}$)/u, '')

const emailOf = (contact: Contact | null): string => (contact?.email ?? '').normalize('NFKC').trim().toLowerCase()

/** How two demands are known to come from one person: the conversation or a way to reach them; null where nothing says so. */
export function samePerson(
  a: { conversation: string; contact: Contact | null },
  b: { conversation: string; contact: Contact | null },
): PersonLink | null {
  if (a.conversation === b.conversation) return 'conversation'
  const phone = phoneOf(a.contact)
  if (phone.length >= 5 && phone === phoneOf(b.contact)) return 'phone'
  const email = emailOf(a.contact)
  return email.includes('@') && email === emailOf(b.contact) ? 'email' : null
}
