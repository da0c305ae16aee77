import type { Request } from 'express'
import type { Language } from '../../core/language.ts'

/** The language that whoever sends a request wants to be answered in; Chinese where it does not say. */
export const languageOf = (request: Request): Language => (request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh')
