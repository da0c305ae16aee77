import { phrase, type Phrase } from '../../core/phrase.ts'
import { cleanGroups, type Group } from './quarantine-sentences.ts'
import type { Block, Quarantined, Reading, Table } from './reading.ts'

type Question = Extract<Block, { kind: 'question' }>

/** The texts of a block by what stands together. */
function groupsOf(block: Block): Group[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [[block.text]]
    case 'list':
      return [block.items.map(({ text }) => text)]
    case 'table':
      return [[block.caption ?? ''], block.columns, ...block.rows]
    case 'question':
      return [[block.question, block.answer, ...Object.entries(block.more).flat()]]
  }
}

function tableWith(table: Table, [caption, columns, ...rows]: readonly Group[]): Table | null {
  const kept = rows.filter((row) => row.some((value) => value !== ''))
  if (kept.length === 0) return null
  return { ...table, caption: caption?.[0] === '' ? null : (caption?.[0] ?? null), columns: columns ?? [], rows: kept }
}

function questionWith(block: Question, [texts = []]: readonly Group[]): Question | null {
  const [question = '', answer = '', ...rest] = texts
  const more = Object.keys(block.more).map((_, at) => [rest[at * 2] ?? '', rest[at * 2 + 1] ?? ''] as const)
  if (question === '' || answer === '') return null
  return { ...block, question, answer, more: Object.fromEntries(more.filter(([head]) => head !== '')) }
}

/** The block with its texts replaced by those in `groups`; null where nothing of it is left. */
function blockWith(block: Block, groups: readonly Group[]): Block | null {
  const [first = []] = groups
  switch (block.kind) {
    case 'heading':
    case 'paragraph': {
      const [text = ''] = first
      return text === '' ? null : { ...block, text }
    }
    case 'list': {
      const items = block.items
        .map((item, at) => ({ ...item, text: first[at] ?? '' }))
        .filter(({ text }) => text !== '')
      return items.length === 0 ? null : { ...block, items }
    }
    case 'table':
      return tableWith(block, groups)
    case 'question':
      return questionWith(block, groups)
  }
}

/** The heading each block stands under, in words for the editor. */
function placesOf(blocks: readonly Block[]): (Phrase | null)[] {
  let place: Phrase | null = null
  return blocks.map((block) => {
    if (block.kind === 'heading') place = phrase('reading.where.under', { heading: block.text })
    return place
  })
}

const sameTexts = (one: readonly Group[], other: readonly Group[]) =>
  one.every((texts, group) => texts.every((text, at) => text === other[group]?.[at]))

function cleanBlocks(blocks: readonly Block[]): { blocks: Block[]; taken: Quarantined[] } {
  const own = blocks.map(groupsOf)
  const owners = own.flatMap((groups, at) => groups.map(() => at))
  const places = placesOf(blocks)
  const taken: Quarantined[] = []
  const seen = new Set<string>()
  const cleaned = cleanGroups(own.flat(), (group, text, reason) => {
    const where = places[owners[group] ?? 0] ?? null
    const key = `${text.trim()}\n${where?.values['heading'] ?? ''}`
    if (text.trim() !== '' && !seen.has(key)) taken.push({ text: text.trim(), reason, where })
    seen.add(key)
  })
  let next = 0
  const kept = blocks.flatMap((block, at) => {
    const groups = own[at] ?? []
    const mine = cleaned.slice(next, next + groups.length)
    next += groups.length
    if (sameTexts(groups, mine)) return [block]
    return blockWith(block, mine) ?? []
  })
  return { blocks: kept, taken }
}

function cleanMetadata(value: unknown, taken: Quarantined[]): unknown {
  if (typeof value === 'string') {
    const [[text = ''] = []] = cleanGroups([[value]], (_, shown, reason) =>
      taken.push({ text: shown.trim(), reason, where: phrase('reading.where.facts') }),
    )
    return text
  }
  if (Array.isArray(value)) return value.map((one) => cleanMetadata(one, taken))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, cleanMetadata(one, taken)]))
}

const mostPasses = 8

/**
 * A reading without what no reader sees and what no rule says: invisible characters go from all text, and sentences, items and cells that
 * speak to a model move to `quarantined`. Applying it again changes nothing.
 */
export function quarantine(reading: Reading): Reading {
  const taken: Quarantined[] = []
  let blocks = reading.blocks
  // Taking a sentence out makes neighbours of others.
  for (let pass = 0; pass < mostPasses; pass += 1) {
    const cleaned = cleanBlocks(blocks)
    taken.push(...cleaned.taken)
    blocks = cleaned.blocks
    if (cleaned.taken.length === 0) break
  }
  const [[title = ''] = []] = cleanGroups([[reading.title ?? '']], () => undefined)
  const metadata = Object.fromEntries(
    Object.entries(reading.metadata).map(([key, value]) => [key, cleanMetadata(value, taken)]),
  )
  return {
    ...reading,
    title: title === '' ? null : title,
    metadata,
    blocks,
    quarantined: [...reading.quarantined, ...taken],
  }
}
