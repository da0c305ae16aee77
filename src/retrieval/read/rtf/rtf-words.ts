/** Control words that stand for a character. */
export const signs: Readonly<Record<string, string>> = {
  '\\': '\\', '{': '{', '}': '}', '~': ' ', '_': '-', '-': '', tab: '\t', line: '\n', lbr: '\n', emdash: '—', endash: '–',
  lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•', emspace: ' ', enspace: ' ', qmspace: ' ',
} // prettier-ignore

/** Destinations that are not text of the document, besides all that are marked as optional. */
export const passedOver = new Set([
  'fonttbl', 'colortbl', 'stylesheet', 'info', 'listtable', 'listoverridetable', 'revtbl', 'rsidtbl', 'filetbl',
  'header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf', 'pict', 'objdata', 'objclass',
  'fldinst', 'annotation', 'atnid', 'atnauthor', 'bkmkstart', 'bkmkend', 'tc', 'xe', 'nonshppict', 'shprslt', 'sp',
  'ftnsep', 'ftnsepc', 'ftncn', 'aftnsep', 'aftnsepc', 'aftncn', 'private', 'comment', 'nonesttables', 'formfield',
  'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'generator', 'xmlnstbl', 'mmathPr', 'pntxta', 'pntxtb',
]) // prettier-ignore

/** Optional destinations that hold text all the same. */
export const read = new Set(['shpinst', 'shptxt', 'ud'])
