import type { Language } from './words.ts'

/** What a site says on the script tag. */
export interface Settings {
  /** Where the channel is, ending in a slash. */
  base: string
  language: Language | null
  region: readonly string[] | null
  title: string | null
  hotline: string
}

/** Reads <script src="…/web/widget.js" data-language data-region data-title data-hotline>. */
export function readSettings(script: HTMLScriptElement): Settings {
  const { language, region, title, hotline } = script.dataset
  return {
    base: new URL('.', script.src).href,
    language: language === 'zh' || language === 'en' ? language : null,
    region: region === undefined || region === '' ? null : region.split('/').filter(Boolean),
    title: title === undefined || title === '' ? null : title,
    hotline: hotline === undefined || hotline === '' ? '12345' : hotline,
  }
}
