import { timeZone } from '../open-knowledge.ts'

const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })

/** A moment in a list for operators: 2026-11-23 12:00. */
export const showMinute = (at: Date): string => format.format(at)
