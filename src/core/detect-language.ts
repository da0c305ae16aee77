import { isPinyin } from './is-pinyin.ts'
import type { Language } from './language.ts'

/**
 * The language of a text: Chinese where any Han character stands in it, unless Latin words clearly prevail; Chinese typed in pinyin is
 * Chinese. Numbers say nothing, nor do other scripts: such a text is taken for the standard.
 */
export function detectLanguage(text: string, standard: Language = 'zh'): Language {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const words = (text.match(/[a-z]{2,}/giu) ?? []).length
  if (han > 0) return words > han ? 'en' : 'zh'
  if (words > 1 && isPinyin(text)) return 'zh'
  return words > 1 || (words === 1 && /\s|\?/u.test(text.trim())) ? 'en' : standard
}
