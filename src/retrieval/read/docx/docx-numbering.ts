import { createListCounters, type ListLevel } from '../flow/list-counters.ts'
import { childAt, childrenNamed, type XmlElement } from '../xml/parse-xml.ts'
import { switchOf, valueOf } from './docx-look.ts'
import type { ListPlace } from './docx-styles.ts'

interface Numbering {
  /** What counts together: instances of one list share their numbers. */
  counter: string
  levels: readonly ListLevel[]
  /** First numbers that this instance sets anew, by depth. */
  starts: ReadonlyMap<number, number>
}

const numberOf = (element: XmlElement | undefined, otherwise: number) => {
  const value = Number(valueOf(element) ?? 'NaN')
  return Number.isFinite(value) ? value : otherwise
}

function readLevel(level: XmlElement): ListLevel {
  const format =
    valueOf(childAt(level, 'w:numFmt')) ?? valueOf(childAt(level, 'mc:AlternateContent', 'mc:Choice', 'w:numFmt'))
  return {
    start: numberOf(childAt(level, 'w:start'), 1),
    format: format ?? 'decimal',
    pattern: valueOf(childAt(level, 'w:lvlText')) ?? '',
  }
}

/** Levels by their depth; a level marked "legal" writes every number in Arabic digits. */
function readLevels(parent: XmlElement | undefined): Map<number, ListLevel> {
  return new Map(
    childrenNamed(parent, 'w:lvl').map((level) => {
      const read = readLevel(level)
      return [
        Number(level.attributes['w:ilvl'] ?? '0'),
        switchOf(level, 'w:isLgl') === true ? { ...read, format: 'decimal' } : read,
      ]
    }),
  )
}

const depths = Array.from({ length: 9 }, (_, depth) => depth)
const noLevel: ListLevel = { start: 1, format: 'none', pattern: '' }

function readInstance(instance: XmlElement, abstracts: ReadonlyMap<string, Map<number, ListLevel>>): Numbering {
  const counter = valueOf(childAt(instance, 'w:abstractNumId')) ?? ''
  const overrides = childrenNamed(instance, 'w:lvlOverride')
  const own = new Map(overrides.flatMap((override) => [...readLevels(override)]))
  const starts = overrides.flatMap((override): [number, number][] => {
    const start = childAt(override, 'w:startOverride')
    return start === undefined ? [] : [[Number(override.attributes['w:ilvl'] ?? '0'), numberOf(start, 1)]]
  })
  const base = abstracts.get(counter)
  return {
    counter,
    levels: depths.map((depth) => own.get(depth) ?? base?.get(depth) ?? noLevel),
    starts: new Map(starts),
  }
}

/** Gives each numbered paragraph, in order, its label. */
export type LabelParagraph = (place: ListPlace) => string

/** Reads word/numbering.xml; undefined where the file has none. */
export function readNumbering(root: XmlElement | undefined): LabelParagraph {
  const abstracts = new Map(
    childrenNamed(root, 'w:abstractNum').map((list) => [list.attributes['w:abstractNumId'] ?? '', readLevels(list)]),
  )
  const instances = new Map(
    childrenNamed(root, 'w:num').map((instance) => [
      instance.attributes['w:numId'] ?? '',
      readInstance(instance, abstracts),
    ]),
  )
  const counters = createListCounters()
  const begun = new Set<string>()
  return ({ list, depth }) => {
    const numbering = instances.get(list)
    if (numbering === undefined) return ''
    const start = numbering.starts.get(depth)
    const instance = `${list} ${depth}`
    if (start !== undefined && !begun.has(instance)) counters.restart(numbering.counter, depth, start)
    begun.add(instance)
    return counters.label(numbering.counter, numbering.levels, depth)
  }
}
