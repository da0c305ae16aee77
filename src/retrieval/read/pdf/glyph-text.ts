/** Forms that fonts map letters to although another character is meant: radicals, compatibility ideographs, ligatures, odd spaces. */
const stray = /[\u2E80-\u2FDF\uF900-\uFAFF\uFB00-\uFB06\u00A0\u2000-\u200A\u202F\u205F]/gu
/** Radicals that NFKC leaves as they are or takes for an older form. */
const radicals = new Map(
  [
    '⼾户⾭青⺁厂⺄乙⺎兀⺒巳⺕彐⺛旡⺜日⺝月⺟母⺠民⺩王⺪疋⺬示⺮竹⺵网⺶羊⺷羊⺻聿⺽臼⻁虎⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟⺫目⺼肉⺧牛',
  ].flatMap((pairs) =>
    [...pairs.matchAll(/(.)(.)/gu)].map(([, radical = '', ideograph = '']) => [radical, ideograph] as const),
  ),
)
/** Symbol fonts keep their bullets in the private use area. */
const bullets = /[\uF06C\uF06E\uF06F\uF071\uF075\uF076\uF09F\uF0A7\uF0A8\uF0B7\uF0D8\uF0E8\uF0FC]/gu
const unmapped = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uE000-\uF8FF\uFFFD\uFFFE\uFFFF]/gu

/** A glyph's text as it should be searched: the ordinary character for a radical or ligature, a plain space, a plain bullet. */
export function glyphText(unicode: string): string {
  return unicode
    .replaceAll(stray, (character) => radicals.get(character) ?? character.normalize('NFKC'))
    .replaceAll(bullets, '•')
    .replaceAll('\u2012', '–')
}

/** Takes out what stands for no character. */
export const dropUnmapped = (text: string): string => text.replaceAll(unmapped, '')

const ordinary =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\s\u0020-\u007E\u00A1-\u00FF\u2010-\u2BFF\u3000-\u33FF\uFF00-\uFFEF]/gu

/** The share of characters that ordinary Chinese or English text does not have: high where a font lacks its character map. */
export function garbledShare(text: string): number {
  const count = [...text].length
  return count === 0 ? 0 : 1 - (text.match(ordinary) ?? []).length / count
}
