import { en } from 'chrono-node'
import type { Occurrence } from '../../core/ticket.ts'
import { day, dayFrom, hour, localDay } from './local-day.ts'

/** Minutes that China's clocks are ahead of UTC. */
const zoneMinutes = 480

const clock =
  '(?:\\d{1,2}(?::\\d{2})?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight)(?:\\s?[ap]\\.?m\\.?|\\s?o.clock)?'
const times = `(?:\\s(?:at|around|about|after|from|before)(?:\\s(?:around|about))?\\s${clock}(?:\\s(?:to|until|till)\\s${clock})?|\\s(?:at night|in the (?:morning|afternoon|evening)|morning|afternoon|evening|night))*`
const repeating = new RegExp(
  `\\b(?:every|each)\\s(?:single\\s)?(?:other\\s)?(?:day|night|morning|afternoon|evening|week(?:end|day)?|month|time|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?${times}|\\b(?:daily|nightly|all the time|constantly|again and again|always|at nights?)\\b${times}`,
  'iu',
)
const number = '(?:\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|few|several|couple of)'
const lasting = new RegExp(
  `\\b(?:(?:for|over|in|during)\\s)?(?:about\\s|almost\\s|nearly\\s|more than\\s|over\\s)?(?:the\\s)?(?:past|last|these past|these last|these)\\s(?:${number}\\s)?(?:hours?|days?|nights?|weeks?|months?|years?|while)|\\bfor\\s(?:about\\s|almost\\s|nearly\\s|more than\\s|over\\s)?(?:${number}\\s)(?:hours?|days?|nights?|weeks?|months?|years?)(?:\\snow)?|\\b(?:recently|lately|these days|for ages|for a (?:long time|while))\\b`,
  'iu',
)
const justNow = /\b(?:just now|right now|at the moment|a moment ago|a few minutes ago)\b/iu
const words: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  few: 3,
  several: 4,
  couple: 2,
}

type Found = Occurrence & { at: number; end: number }

function lastingFrom(said: string, at: Date): Date {
  const count = /\d+/u.exec(said)?.[0]
  const word = Object.entries(words).find(([name]) => new RegExp(`\\b${name}\\b`, 'iu').test(said))?.[1]
  const times = count === undefined ? (word ?? 1) : Number(count)
  if (/hour/iu.test(said)) return new Date(at.getTime() - times * hour)
  const days = /year/iu.test(said)
    ? 365
    : /month|ages|long|lately|recently/iu.test(said)
      ? 30
      : /week/iu.test(said)
        ? 7
        : 1
  return dayFrom(at, -times * days).from
}

function plain(text: string, pattern: RegExp, make: (said: string) => Omit<Occurrence, 'said'>): Found | null {
  const match = pattern.exec(text)
  if (match === null) return null
  const said = match[0].trim()
  return { said, ...make(said), at: match.index, end: match.index + match[0].length }
}

const lastNight = new RegExp(
  `\\b(?:late |early )?last night(?:\\s(?:at|around|about|after)(?:\\s(?:around|about))?\\s(?<clock>${clock}))?`,
  'iu',
)

/** The night before today, from six in the evening; with a clock, an hour from then. Clocks up to five lie after midnight. */
function readLastNight(text: string, at: Date): Found | null {
  const match = lastNight.exec(text)
  if (match === null) return null
  const said = match[0]
  const { from: evening } = dayFrom(at, -1)
  const hours = Number(/\d{1,2}/u.exec(match.groups?.['clock'] ?? '')?.[0] ?? Number.NaN)
  const begin = Number.isNaN(hours)
    ? 18
    : hours <= 5 || hours === 12
      ? (hours % 12) + 24
      : hours < 12
        ? hours + 12
        : hours
  const from = new Date(evening.getTime() + begin * hour)
  const to = new Date(from.getTime() + (Number.isNaN(hours) ? 6 : 1) * hour)
  return { said, from, to, repeats: false, at: match.index, end: match.index + said.length }
}

/** "last Friday afternoon", "on 20 November at 10 pm", "since Monday": chrono reads them; what it reads as coming is set back. */
function dated(text: string, at: Date): Found | null {
  const calendar = /\d\/\d/u.test(text) ? en.GB : en.casual
  const results = calendar.parse(text, { instant: at, timezone: zoneMinutes }, { forwardDate: false })
  const found = results.find(
    (result) =>
      /[a-z]{3}|\d[:/.-]\d|\d\s?[ap]m/iu.test(result.text) && !/^(?:now|second|may|march|sun|sat)$/iu.test(result.text),
  )
  if (found === undefined) return null
  const { start, end } = found
  const exact = start.isCertain('hour')
  const night = /night|tonight/iu.test(found.text)
  const shift =
    start.date() > at && start.isCertain('weekday') ? -7 : night && !exact && /last/iu.test(found.text) ? -1 : 0
  const first = new Date(start.date().getTime() + shift * day)
  const days = dayFrom(first, 0)
  const month = /month/iu.test(found.text) ? localDay(first) : null
  const whole = start.isCertain('hour') || /morning|afternoon|evening|night/iu.test(found.text)
  const from = whole ? (night && !exact ? new Date(days.from.getTime() + 18 * hour) : first) : days.from
  const span = exact ? hour : whole ? 6 * hour : month === null ? day : 30 * day
  const since = /\bsince\s+(?:about\s|around\s)?$/iu.exec(text.slice(0, found.index))
  const until = since ? at : end ? end.date() : new Date(from.getTime() + span)
  const start2 = found.index - (since?.[0].length ?? 0)
  const tail =
    /^\s(?:around|about|at|after|before)\s(?:around\s)?(?:\d{1,2}(?::\d\d)?|[a-z]+)(?:\s?[ap]m|\so.clock)?(?=[\s,.!?]|$)/iu
  const clockTail = new RegExp(`^\\s(?:around|about|at|after|before)\\s${clock}`, 'iu')
  const rest = text.slice(found.index + found.text.length)
  const length = tail.test(rest) ? (clockTail.exec(rest)?.[0].length ?? 0) : 0
  const stop = found.index + found.text.length + length
  return { said: text.slice(start2, stop).trim(), from, to: until, repeats: false, at: start2, end: stop }
}

/** Reads when something happened from English; null where no time is named. */
export function readEnglishTime(text: string, at: Date): Found | null {
  return (
    plain(text, repeating, () => ({ from: null, to: null, repeats: true })) ??
    readLastNight(text, at) ??
    plain(text, lasting, (said) => ({ from: lastingFrom(said, at), to: at, repeats: /nights/iu.test(said) })) ??
    dated(
      text.replaceAll(/\b(?:building|floor|room|unit|no\.?|number)\s?\d+/giu, (said) => ' '.repeat(said.length)),
      at,
    ) ??
    plain(text, justNow, () => ({ from: new Date(at.getTime() - hour), to: at, repeats: false }))
  )
}
