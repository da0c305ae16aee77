import { plainParagraph, type FlowParagraph } from '../flow/flow.ts'
import { partRuns, type Run } from '../flow/part-runs.ts'
import { applyLook, shadingOf, type DocLook } from './doc-look.ts'
import type { RawParagraph, TextRun } from './doc-text.ts'
import type { DocTools } from './doc-tools.ts'
import { lastOperand, sprm, type Sprm } from './sprms.ts'

/** Field codes open across runs and paragraphs: true while their text is an instruction. */
type OpenFields = boolean[]

const picture = '\u0001'
const fieldBegin = '\u0013'
const fieldResult = '\u0014'
const fieldEnd = '\u0015'

const written: Readonly<Record<string, string>> = { '\u000b': '\n', '\u001e': '-', '\u00a0': ' ' }
const symbols: Readonly<Record<number, string>> = { 0xf06f: '□', 0xf0a8: '□', 0xf0fe: '☑', 0xf052: '☑', 0xf0fc: '√' }

/** The readable characters of a run, field instructions and placeholders left out. */
function readable(run: TextRun, look: DocLook, fields: OpenFields, tools: DocTools): string {
  let text = ''
  for (const sign of run.text) {
    if (sign === fieldBegin) fields.push(true)
    else if (sign === fieldResult) fields[fields.length - 1] = false
    else if (sign === fieldEnd) fields.pop()
    else if (sign === picture && look.picture !== null) text += tools.formField(look.picture)
    else if (fields.includes(true)) continue
    else if (sign === '(' && look.symbol !== null) text += symbols[look.symbol] ?? ''
    else if (sign >= ' ' || sign === '\t') text += written[sign] ?? sign
    else text += written[sign] ?? ''
  }
  return text.replaceAll('\u00ad', '')
}

const isCentred = (sprms: readonly Sprm[]) =>
  (lastOperand(sprms, sprm.PJc) ?? lastOperand(sprms, sprm.PJc80))?.[0] === 1

function labelOf(sprms: readonly Sprm[], tools: DocTools): Pick<FlowParagraph, 'label' | 'depth'> {
  const instance = lastOperand(sprms, sprm.PIlfo)?.readInt16LE(0) ?? 0
  const depth = lastOperand(sprms, sprm.PIlvl)?.[0] ?? 0
  return instance > 0 && instance < 2047 ? { label: tools.label(instance, depth), depth } : { label: '', depth: 0 }
}

function levelOf(sprms: readonly Sprm[], styled: number | null): number | null {
  const outline = lastOperand(sprms, sprm.POutLvl)?.[0]
  return outline === undefined ? styled : outline < 9 ? outline + 1 : null
}

function lookOf(run: TextRun, paragraph: RawParagraph, background: string | null, tools: DocTools): DocLook {
  const style = tools.styles.paragraph(paragraph.style)
  const character = lastOperand(run.sprms, sprm.CIstd)?.readUInt16LE(0)
  const base = character === undefined ? style.look : applyLook(style.look, tools.styles.characters(character))
  const look = applyLook(base, run.sprms)
  return { ...look, background: look.background ?? background }
}

/** Reads one stored paragraph after the other; null for an entry of a table of contents. Notes are filled in by the caller. */
export function createParagraphReader(tools: DocTools) {
  const fields: OpenFields = []
  const visibleRuns = (paragraph: RawParagraph, background: string | null): Run[] =>
    paragraph.runs.flatMap((run): Run[] => {
      const look = lookOf(run, paragraph, background, tools)
      if (look.deleted || look.inserted) tools.revised()
      const text = readable(run, look, fields, tools)
      return text === '' || look.deleted ? [] : [{ text, ...look }]
    })
  return (raw: RawParagraph, shading: string | null): FlowParagraph | null => {
    const style = tools.styles.paragraph(raw.style)
    const sprms = [...style.sprms, ...raw.sprms]
    const shade = lastOperand(sprms, sprm.PShd)
    const background = (shade === undefined ? null : shadingOf(shade)) ?? shading
    const { text, bold, points, quarantined } = partRuns(visibleRuns(raw, background))
    quarantined.forEach(tools.quarantine)
    if (style.contents) return null
    return {
      ...plainParagraph,
      text,
      bold,
      points,
      level: levelOf(raw.sprms, style.level),
      title: style.title,
      centred: isCentred(sprms),
      ...(text.trim() === '' ? {} : labelOf(sprms, tools)),
    }
  }
}

/** True for a paragraph whose end mark a tracked change deletes: the next one goes on in it. */
export const goesOn = ({ markSprms }: RawParagraph): boolean => lastOperand(markSprms, sprm.CFRMarkDel)?.[0] === 1
