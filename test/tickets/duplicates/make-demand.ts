import { detectLanguage } from '../../../src/core/detect-language.ts'
import { createDuplicateFinder } from '../../../src/tickets/duplicates/create-duplicate-finder.ts'
import { learnRarity, wordsOf } from '../../../src/tickets/duplicates/compare-words.ts'
import type { ComparedDemand } from '../../../src/tickets/duplicates/compared-demand.ts'
import { gatherSignals, type Embed } from '../../../src/tickets/duplicates/gather-signals.ts'
import { judgePair } from '../../../src/tickets/duplicates/judge-pair.ts'
import { mayJoinUnasked } from '../../../src/tickets/duplicates/may-join-unasked.ts'

const places = 256

/** Vectors of a text's pairs of characters: what is said in the same words means the same. */
export const embed: Embed = async (text) => {
  const vector = new Float32Array(places)
  for (const word of wordsOf(text)) {
    const place = [...word].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % places, 7)
    vector[place] = (vector[place] ?? 0) + 1
  }
  const length = Math.hypot(...vector)
  return vector.map((value) => value / (length || 1))
}

export const senses = { embed, rarity: learnRarity(['路灯不亮', '水管爆了', '楼上吵闹', '垃圾没人收']) }
export const finder = createDuplicateFinder(senses)

let count = 0

export function makeDemand(
  text: string,
  {
    where = '建设路金桂苑5号楼',
    at = '2026-11-22T20:00',
    phone = null,
    ...rest
  }: { where?: string | null; at?: string; phone?: string | null } & Partial<Omit<ComparedDemand, 'where'>> = {},
): ComparedDemand {
  count += 1
  return {
    conversation: `conversation-${count}`,
    filedAt: new Date(`${at}:00+08:00`),
    text,
    language: detectLanguage(text),
    subject: '010604',
    region: ['云汀市', '滨江区'],
    when: null,
    contact: phone === null ? null : { wish: 'confidential', name: null, phone, email: null },
    ...rest,
    where: where === null ? null : { said: where, region: rest.region ?? ['云汀市', '滨江区'], point: null },
  }
}

/** What comes out of two demands. */
export async function judge(a: ComparedDemand, b: ComparedDemand) {
  const signals = await gatherSignals(a, b, senses, new AbortController().signal)
  const judgement = judgePair(signals)
  return { ...judgement, unasked: mayJoinUnasked(signals, judgement) }
}
