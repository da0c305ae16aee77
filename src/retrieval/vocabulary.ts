import { readFile } from 'node:fs/promises'
import type { Synonym } from './synonyms.ts'
import { vocabularyData } from './vocabulary-data.ts'
import { soundOfSign } from './sound-of-sign.ts'
import type { VocabularyData } from './vocabulary-data.ts'

/** The words of the knowledge by how they sound, for questions typed by ear or in Latin letters. */
export interface Vocabulary {
  /** The most usual word with this sound (toneless pinyin without spaces); undefined for none. */
  bySound(sound: string): string | undefined
  /** The most usual single character with this sound. */
  signBySound(sound: string): string | undefined
  /** Names of 3 to 8 characters that sound like this text when z and zh, n and ng and the like are taken as one. */
  alike(text: string): readonly string[]
  /** Characters that sound like this one in the same way. */
  homophones(sign: string): readonly string[]
  /** How many documents have these two characters side by side; 0 for a rare or unknown pair. */
  pairCount(pair: string): number
  /** Letters of the longest sound known. */
  longest: number
}

/** Words that are in many questions and seldom in a document. */
const questionWords =
  '怎么 怎么办 怎么样 怎样 如何 什么 多少 多少钱 哪里 在哪 哪些 几天 几岁 办理 条件 材料 流程 时间 电话 地址 可以 需要 补办 查询 申请 我要 我想 现在 今年 去年 明年 今天 昨天 以后 之后 丢了 没有 是不是 能不能 有没有'.split(
    ' ',
  )
const always = 100_000
/** What a synonym leads to is a word for certain. */
const synonymWeight = 10

const foldSound = (sound: string): string =>
  sound
    .replace(/^([zcs])h/u, '$1')
    .replace(/^l/u, 'n')
    .replace(/(?<=[aei])ng$/u, 'n')

/** Opens what `collectVocabulary` found. */
export async function openVocabulary(path: string): Promise<VocabularyData> {
  return vocabularyData.parse(JSON.parse(await readFile(path, 'utf8')))
}

const grouped = (words: Iterable<string>, key: (word: string) => string): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const word of words) {
    const group = groups.get(key(word))
    if (group === undefined) groups.set(key(word), [word])
    else group.push(word)
  }
  return groups
}

function usualSigns(
  data: VocabularyData,
  soundOf: (sign: string) => string,
): Map<string, { word: string; count: number }> {
  const counts = new Map<string, number>()
  for (const [pair, count] of data.pairs) for (const sign of pair) counts.set(sign, (counts.get(sign) ?? 0) + count)
  const best = new Map<string, { word: string; count: number }>()
  for (const [word, count] of counts) {
    const sound = soundOf(word)
    if (count > (best.get(sound)?.count ?? 0)) best.set(sound, { word, count })
  }
  return best
}

export function createVocabulary(data: VocabularyData, synonyms: readonly Synonym[]): Vocabulary {
  const soundOf = (sign: string) => data.sounds[sign] ?? soundOfSign(sign)
  const soundOfWord = (word: string) => [...word].map(soundOf).join('')
  const folded = (text: string) => [...text].map((sign) => foldSound(soundOf(sign))).join(' ')
  const meant = synonyms
    .map(({ means }) => [means, synonymWeight] as const)
    .filter(([word]) => /^[\u3400-\u9fff]+$/u.test(word))
  const names = [...data.names, ...meant]
  const exact = new Map<string, { word: string; count: number }>()
  for (const [word, count] of [...data.pairs, ...names, ...questionWords.map((word) => [word, always] as const)]) {
    const sound = soundOfWord(word)
    if (count > (exact.get(sound)?.count ?? 0)) exact.set(sound, { word, count })
  }
  const near = grouped(
    names.map(([word]) => word).filter((word) => word.length >= 3),
    folded,
  )
  const signs = grouped(Object.keys(data.sounds), folded)
  const pairCounts = new Map([...data.pairs, ...questionWords.map((word) => [word, always] as const)])
  const single = usualSigns(data, soundOf)
  return {
    bySound: (sound) => exact.get(sound)?.word,
    signBySound: (sound) => single.get(sound)?.word,
    alike: (text) => near.get(folded(text)) ?? [],
    homophones: (sign) => signs.get(folded(sign)) ?? [],
    pairCount: (pair) => pairCounts.get(pair) ?? 0,
    longest: Math.max(0, ...Array.from(exact.keys(), (sound) => sound.length)),
  }
}
