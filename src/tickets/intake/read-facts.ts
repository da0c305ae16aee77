import type { Told } from '../../core/intake.ts'
import { shortPlaceName, type Region } from '../../core/region.ts'
import type { Contact, Occurrence, TicketKind, Whereabouts } from '../../core/ticket.ts'
import { grounded } from './grounded.ts'
import { heardPlace, heardTime } from './heard-parts.ts'
import { coordinates } from './place-by-photo.ts'
import { readContact } from './read-contact.ts'
import { readEnglishPlace } from './read-english-place.ts'
import { readChinesePlace } from './read-place.ts'
import { occurrenceOf, readTime } from './read-time.ts'
import { readWanted } from './read-wanted.ts'

/** What one message tells, each only where it says so. */
export interface Facts {
  where: Whereabouts | null
  /** The region that the text names, else the known one. */
  region: Region | null
  /** The place is a street, a building or a landmark, or a point, and not only a district. */
  exact: boolean
  when: Occurrence | null
  wish: string | null
  contact: Contact | null
  /** What a model heard; null where none did. */
  kind: TicketKind | null
  subject: string | null
  /** The text without the words of its time. */
  timeless: string
  /** What is left of the text without place and time, and without who speaks and how they want to be reached. */
  rest: string
}

/** The regions that a text names. */
export type FindRegions = (text: string) => { known: readonly Region[]; foreign: string | null }

export interface Gazetteer {
  findRegions: FindRegions
  /** Regions that documents are for. */
  regions: () => readonly Region[]
  /** Names of regions in other scripts, by what stands for them ("Binjiang" → 滨江区). */
  aliases: Readonly<Record<string, string>>
}

const speaker =
  /(?:我(?:叫|姓|是)|本人|联系人|姓名|(?:我的?)?(?:电话|手机|号码|邮箱|联系方式)(?:号码?)?|my (?:full )?name is|i(?:'m| am)|my (?:phone |telephone )?number is|call me (?:at|on)?)?[\s:：是]*〔(?:姓名|电话|邮箱)\d+〕/giu
/** How one's name is to be kept says nothing of the matter. */
const wishes = /confidential(?:ly)?|anonymous(?:ly)?|保密|匿名|不公开/giu
const blank = (text: string, span: { at: number; end: number } | null) =>
  span === null ? text : text.slice(0, span.at) + '，'.repeat(span.end - span.at) + text.slice(span.end)

function namesOf({ regions, aliases }: Gazetteer): readonly string[] {
  const names = regions().flat()
  const all = new Set([...names, ...names.map(shortPlaceName), ...Object.keys(aliases)])
  return [...all].toSorted((a, b) => b.length - a.length)
}

/** The region that a text names, else the one that is known. Of several the one in the known place counts. */
function regionOf(text: string, known: Region | null, { findRegions }: Gazetteer): Region | null {
  const { known: found } = findRegions(text)
  if (found.length === 1) return found[0] ?? known
  return found.find((region) => known !== null && region[0] === known[0]) ?? known
}

/** Makes a reader of everything that a message tells about a demand. */
export function createReadFacts(gazetteer: Gazetteer): (told: Told) => Facts {
  return ({ text, at, region, point, heard: proposed }) => {
    const heard = grounded(proposed, text)
    const time = heardTime(text, at, heard?.when ?? null) ?? readTime(text, at)
    const timeless = blank(text, time)
    const names = namesOf(gazetteer)
    const read = /\p{Script=Han}/u.test(text) ? readChinesePlace : readEnglishPlace
    const place = heardPlace(text, heard?.where ?? null, (part) => read(part, names)) ?? read(timeless, names)
    const said = place?.said ?? (point === null ? null : coordinates(point))
    const own = regionOf(text, region, gazetteer)
    return {
      where: said === null ? null : { said, region: own, point },
      region: own,
      exact: place?.exact === true || point !== null,
      when: time === null ? null : occurrenceOf(time),
      wish: heard?.wish ?? readWanted(text),
      contact: readContact(text),
      kind: heard?.kind ?? null,
      subject: heard?.subject ?? null,
      timeless: time === null ? text : `${text.slice(0, time.at)} ${text.slice(time.end)}`.trim(),
      rest: blank(timeless, place)
        .replaceAll(speaker, '')
        .replaceAll(wishes, '')
        .replaceAll(/[\p{P}\s]/gu, ''),
    }
  }
}
