/** Words with a negation's letters that negate nothing. */
const harmless =
  /不动产|无障碍|非机动车|未成年|无线|不锈钢|非营利|无人机|非物质|无偿|非法|无故|非居民|非全日制|不仅|不但|不论|无论|不管|不同|无纸化|莫名|不满(?=\d|[一二三四五六七八九十])|不足(?=\d|[一二三四五六七八九十])|免费|(?:是|能|可|会|要)不(?:是|能|可|会|要)|\bnot only\b|\bnotice\b|\bnote\b/giu
const negation =
  /不|未|没有?|无(?!锡)|非(?!常|洲)|禁止|严禁|勿|拒绝|除外|免(?:于|除|收|征|交|予)|\b(?:not|no|never|without|except|unless|neither|nor|cannot|prohibited|forbidden|exempt)\b|n't\b/giu

/** How many negations a text holds; an even number cancels out. */
export const negationsIn = (text: string): number => (text.replaceAll(harmless, '').match(negation) ?? []).length

/** Whether two wordings of the same thing agree on yes or no. */
export const samePolarity = (a: string, b: string): boolean => negationsIn(a) % 2 === negationsIn(b) % 2
