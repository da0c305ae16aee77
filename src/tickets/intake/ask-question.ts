import type { Intake, IntakeMove, IntakeQuestion } from '../../core/intake.ts'
import type { Language } from '../../core/language.ts'
import type { Choice } from '../../core/outcome.ts'
import { phrase, type Speak } from '../../core/phrase.ts'
import { relateRegion, type Region } from '../../core/region.ts'
import type { TicketDraft } from '../../core/ticket.ts'

const mostDistricts = 6

/** What can be pressed instead of typed: phrases by their ids. */
const pressed: Readonly<Record<IntakeQuestion, readonly string[]>> = {
  what: [],
  kind: ['complaint', 'request', 'report', 'suggestion', 'praise', 'consultation'].map((kind) => `draft.kind.${kind}`),
  where: ['intake.unknown'],
  spot: ['intake.unknown'],
  when: ['intake.when.now', 'intake.when.today', 'intake.when.lately', 'intake.when.forgotten'],
  wish: ['intake.wish.none'],
  contact: ['intake.contact.named', 'intake.contact.confidential', 'intake.contact.anonymous'],
  phone: ['intake.phone.none'],
  confirm: ['intake.confirm.yes', 'intake.confirm.when', 'intake.confirm.where', 'intake.confirm.no'],
}

/** The districts of the known city; of the only city where none is known. */
function districts(regions: readonly Region[], known: Region | null): readonly Region[] {
  const city =
    known?.[0] ?? (new Set(regions.flatMap((region) => region.slice(0, 1))).size === 1 ? regions[0]?.[0] : undefined)
  if (city === undefined) return []
  const inside = regions.filter((region) => region.length > 1 && relateRegion([city], region) === 'applies')
  return [...new Map(inside.map((region) => [region.slice(0, 2).join('/'), region.slice(0, 2)])).values()]
}

/** Makes questions of an intake: their words and what can be pressed instead of typed. */
export function createAskQuestion(options: {
  speak: Speak
  regions: () => readonly Region[]
  aliases: Readonly<Record<string, string>>
}): (
  draft: TicketDraft,
  question: IntakeQuestion,
  asked: readonly IntakeQuestion[],
  about: { language: Language; region: Region | null; wording?: string },
) => IntakeMove {
  const { speak, aliases } = options
  const english = new Map(Object.entries(aliases).map(([alias, name]) => [name, alias]))
  return (draft, asking, asked, { language, region, wording }) => {
    const places: readonly Choice[] =
      asking === 'where'
        ? districts(options.regions(), region)
            .slice(0, mostDistricts)
            .map((place) => {
              const name = place.at(-1) ?? ''
              const label = language === 'en' ? (english.get(name) ?? name) : name
              return { label, say: label }
            })
        : []
    const labels = pressed[asking].map((id): Choice => {
      const label = speak(phrase(id), language)
      return { label, say: label }
    })
    const intake: Intake = { draft, asking, asked: [...asked, asking] }
    const values = asking === 'spot' ? { place: draft.where?.said ?? '' } : {}
    return {
      kind: 'ask',
      phrase: phrase(wording ?? `intake.ask.${asking}`, values),
      choices: [...places, ...labels],
      intake,
    }
  }
}
