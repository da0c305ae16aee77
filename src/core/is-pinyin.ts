/** The syllables of standard Chinese in pinyin without tones, by their initials; ü is written u or v. */
const syllable = [
  '[bp](?:a|ai|an|ang|ao|ei|en|eng|i|ian|iao|ie|in|ing|o|u)|pou',
  'm(?:a|ai|an|ang|ao|e|ei|en|eng|i|ian|iao|ie|in|ing|iu|o|ou|u)|f(?:a|an|ang|ei|en|eng|o|ou|u)',
  '[dt](?:a|ai|an|ang|ao|e|ei|eng|i|ian|iao|ie|ing|iu|ong|ou|u|uan|ui|un|uo)',
  '[nl](?:a|ai|an|ang|ao|e|ei|en|eng|i|ia|ian|iang|iao|ie|in|ing|iu|ong|ou|u|uan|un|uo|v|ve|ue)',
  '(?:g|k|h|zh|ch|sh)(?:a|ai|an|ang|ao|e|ei|en|eng|ong|ou|u|ua|uai|uan|uang|ui|un|uo)|(?:zh|ch|sh)i',
  '[jqx](?:i|ia|ian|iang|iao|ie|in|ing|iong|iu|u|uan|ue|un)',
  '[zcs](?:a|ai|an|ang|ao|e|ei|en|eng|i|ong|ou|u|uan|ui|un|uo)|r(?:an|ang|ao|e|en|eng|i|ong|ou|u|uan|ui|un|uo)',
  'y(?:a|an|ang|ao|e|i|in|ing|o|ong|ou|u|uan|ue|un)|w(?:a|ai|an|ang|ao|ei|en|eng|o|u)',
  'a|ai|an|ang|ao|e|ei|en|eng|er|o|ou',
].join('|')
/** Longer words are none; the bound also keeps the search for syllables short. */
const longestWord = 30
const word = new RegExp(`^(?:${syllable}){1,8}$`, 'u')

/** English words that happen to be made of pinyin syllables: they prove nothing. */
const alsoEnglish = new Set(
  (
    'a an can he she me men women long song fan pan pin bin ran run sun fun gun die lie pie tie pen wen den gang ban ' +
    'bang bang man woman you ma pa pay dad way wait change house name residence license licence resume care age sale rule ' +
    'wage time here use lease case line nine fine take make made late date safe note home more male like size police ' +
    'minute guide sue ping king hang sang lame same game lane cane wine mine dine tile mile pile pale tale while hole ' +
    'sole pole nose rose dose lose wide side hide ride tide made wade lake bake cake sake wake lane shame chase phase ' +
    'finance china chinese machine engine image manage language baggage mean lean menu penalty banana canada gate mate ' +
    'hate fate race lace pace face ice rice mice nice dice bite site kite lite duo ho tune dune june rude nude mode code ' +
    'node rode women e me be we go no so do lai shoe tao lan wan wang ai ha hey bye die sunday'
  ).split(' '),
)
/** Words without which hardly an English sentence stands. */
const english =
  /\b(?:the|is|are|am|was|how|what|when|where|who|which|why|to|my|for|of|in|on|at|and|or|do|does|did|get|need|want|have|has|it|this|that|with|from|please|should|could|would|will|your|if|as|by|not|any|much|many)\b/iu

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]|[1-5](?![0-9])/gu, '')
    .toLowerCase()

/**
 * True when a text in Latin letters is Chinese in pinyin ("zhufang gongjijin zenme tiqu"), with or without tones: nearly all its words are
 * made of pinyin syllables, not only of such as are English too, and no English sentence stands around them.
 */
export function isPinyin(text: string): boolean {
  const said = plain(text.replaceAll(/\b[A-Z]{2,5}\b/gu, ' '))
  if (english.test(said)) return false
  const words = said.match(/[a-z]+/gu) ?? []
  const pinyin = words.filter((one) => one.length <= longestWord && word.test(one))
  return pinyin.length >= words.length * 0.8 && pinyin.some((one) => one.length > 1 && !alsoEnglish.has(one))
}
