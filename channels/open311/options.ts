import type { AdmitKey } from '../../src/core/admit-key.ts'
import type { Clock } from '../../src/core/clock.ts'
import type { Catalogue } from '../../src/core/dispatch.ts'
import type { Log } from '../../src/core/log.ts'
import type { Speak } from '../../src/core/phrase.ts'
import type { Region } from '../../src/core/region.ts'
import type { TicketCases } from '../../src/core/ticket-cases.ts'

export interface Open311Options {
  /** The name of this place among those that offer the interface, such as city.example.gov. */
  jurisdiction: string
  /** How to reach those who run it; null: the hotline is named. */
  contact: string | null
  /** Where the house is reached from outside, without a slash at the end; null: where the request came to. */
  publicUrl: string | null
  catalogue: Catalogue
  cases: Pick<TicketCases, 'case' | 'search'>
  admit: AdmitKey
  /** The place that this hotline serves. */
  region: Region | null
  /** The place that an address names; null where it names none or several. */
  findRegion: (address: string) => Region | null
  /** Takes personal data out of a text. */
  mask: (text: string) => string
  speak: Speak
  clock: Clock
  log: Log
  /** A request that is not filed by then is answered with a token, milliseconds. Default 5 s. */
  patience?: number
}
