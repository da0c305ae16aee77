import type { Catalogue } from './core/dispatch.ts'
import type { Language } from './core/language.ts'
import type { Calendar } from './tickets/calendar/create-calendar.ts'
import type { Deadlines } from './tickets/deadlines.ts'
import type { Wording } from './tickets/tell-change.ts'

export interface WordingOptions {
  rules: Deadlines
  calendar: Calendar
  /** Whose names bodies are called by; null: by their ids. */
  catalogue: Pick<Catalogue, 'departments'> | null
}

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** How bodies and moments are written in what a citizen reads of a demand. */
export function createWording({ rules, calendar, catalogue }: WordingOptions): (language: Language) => Wording {
  const formatOf = (language: Language) =>
    new Intl.DateTimeFormat(locales[language], {
      timeZone: rules.calendar.timeZone,
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  const formats: Readonly<Record<Language, Intl.DateTimeFormat>> = { zh: formatOf('zh'), en: formatOf('en') }
  return (language) => ({
    body: (id) => catalogue?.departments.get(id)?.name[language] ?? id,
    moment: (at) => formats[language].format(at),
    reopenUntil: (at) => calendar.add(at, rules.reopening.within),
  })
}
