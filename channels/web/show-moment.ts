import type { Language } from '../../src/core/language.ts'

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** A moment as it is read: its day and its minute. */
export const showMoment = (at: string | Date, language: Language, timeZone: string): string =>
  new Intl.DateTimeFormat(locales[language], {
    timeZone,
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(at))
