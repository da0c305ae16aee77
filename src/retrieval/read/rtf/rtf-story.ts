import { plainParagraph, type Flow, type FlowParagraph } from '../flow/flow.ts'
import { partRuns, type Run } from '../flow/part-runs.ts'
import type { Quarantined } from '../reading.ts'
import type { RtfHead } from './rtf-head.ts'
import { createRtfTable } from './rtf-row.ts'
import { lookOf, type RtfState } from './rtf-state.ts'
import type { RtfWord } from './rtf-tree.ts'

/** One run of text of its own: the body, a footnote, a text box. It gathers runs into paragraphs, cells and rows. */
export function createRtfStory(head: RtfHead, quarantine: (piece: Quarantined) => void) {
  const flow: Flow[] = []
  const table = createRtfTable()
  let cell: Flow[] = []
  let runs: Run[] = []
  let notes: string[] = []
  let boxes: Flow[] = []
  let label = ''

  const endTable = () => {
    flow.push(...table.take(), ...cell)
    cell = []
  }

  function paragraphOf(state: RtfState): FlowParagraph | null {
    const { text, bold, points, quarantined } = partRuns(runs)
    quarantined.forEach(quarantine)
    const { level, title, contents } = head.styleOf(state.style)
    const { outline, centred } = state
    const depth = outline === null ? level : outline < 9 ? outline + 1 : null
    const paragraph = { ...plainParagraph, text, bold, points, notes, level: depth, title, centred, label }
    runs = []
    notes = []
    label = ''
    return contents ? null : paragraph
  }

  function endParagraph(state: RtfState): void {
    const paragraph = paragraphOf(state)
    const parts = [...(paragraph === null ? [] : [paragraph]), ...boxes]
    boxes = []
    if (state.inTable) cell.push(...parts)
    else {
      endTable()
      flow.push(...parts)
    }
  }

  return {
    addText(text: string, state: RtfState): void {
      if (!state.deleted && text !== '') runs.push({ text, ...lookOf(state, head) })
    },
    setLabel(text: string): void {
      label = /^[·•●▪■◆§ø\uf000-\uf0ff]$/u.test(text) ? '- ' : text
    },
    addNote: (text: string) => void notes.push(text),
    addBox: (content: readonly Flow[]) => void boxes.push(...content),
    shapeRow: (word: RtfWord) => table.define(word),
    endParagraph,
    endCell(state: RtfState): void {
      endParagraph({ ...state, inTable: true })
      table.endCell(cell)
      cell = []
    },
    endRow: () => table.endRow(),
    /** All that was gathered. */
    finish(state: RtfState): readonly Flow[] {
      if (runs.some(({ text }) => text.trim() !== '') || boxes.length > 0) endParagraph(state)
      endTable()
      return flow
    },
  }
}

export type RtfStory = ReturnType<typeof createRtfStory>
