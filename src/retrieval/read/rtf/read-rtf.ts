import { phrase } from '../../../core/phrase.ts'
import { flowBlocks } from '../flow/flow-blocks.ts'
import type { Flow } from '../flow/flow.ts'
import { UnreadableFile, type Quarantined, type Reader, type Warning } from '../reading.ts'
import { decodeWestern } from '../text/decode-western.ts'
import { readRtfHead, type RtfHead } from './rtf-head.ts'
import { applyWord, startState, type RtfState } from './rtf-state.ts'
import { createRtfStory, type RtfStory } from './rtf-story.ts'
import { destinationOf, parseRtf, wordValue, type RtfGroup, type RtfWord } from './rtf-tree.ts'
import { passedOver, read, signs } from './rtf-words.ts'

interface Walk {
  head: RtfHead
  quarantine(piece: Quarantined): void
  revised(): void
  /** Bytes still to pass over behind a Unicode character. */
  skip: number
}

const rowWords = /^(?:trowd|trleft|trhdr|clvmgf|clvmrg|clmgf|clmrg|cellx)$/u

function takeWord(word: RtfWord, state: RtfState, story: RtfStory, walk: Walk): RtfState {
  const sign = signs[word.name]
  if (sign !== undefined) story.addText(sign, state)
  else if (word.name === 'u') {
    const code = word.value ?? 0
    story.addText(String.fromCharCode(code < 0 ? code + 0x10000 : code), state)
    walk.skip = state.fallback
  } else if (/^(?:par|sect|page|nestcell)$/u.test(word.name)) story.endParagraph(state)
  else if (word.name === 'cell') story.endCell(state)
  else if (word.name === 'row') story.endRow()
  else if (rowWords.test(word.name)) story.shapeRow(word)
  const next = applyWord(state, word)
  if (next.deleted || next.inserted) walk.revised()
  return next
}

function decodeBytes(bytes: string, encoding: string): string {
  if (/^[\u0020-\u007e\t]*$/u.test(bytes)) return bytes
  const buffer = Buffer.from(bytes, 'latin1')
  return encoding === 'windows-1252' ? decodeWestern(buffer) : new TextDecoder(encoding).decode(buffer)
}

function takeBytes(bytes: string, state: RtfState, story: RtfStory, walk: Walk): void {
  const left = bytes.slice(walk.skip)
  walk.skip = Math.max(0, walk.skip - bytes.length)
  if (left === '') return
  story.addText(decodeBytes(left, walk.head.encodingOf(state.font)), state)
}

const plainText = (flow: readonly Flow[]) =>
  flow
    .flatMap((part) => (part.kind === 'paragraph' ? [part.text.trim()] : []))
    .filter((text) => text !== '')
    .join('\n')

/** A footnote, a text box or a label: text of its own inside other text. */
function readAside(group: RtfGroup, state: RtfState, walk: Walk): readonly Flow[] {
  const story = createRtfStory(walk.head, walk.quarantine)
  const own = startState(state.font)
  walkGroup(group, { ...own, fallback: state.fallback }, story, walk)
  return story.finish(own)
}

function readGroup(group: RtfGroup, state: RtfState, story: RtfStory, walk: Walk): void {
  const { name, optional } = destinationOf(group)
  if (name === 'footnote') story.addNote(plainText(readAside(group, state, walk)))
  else if (name === 'listtext' || name === 'pntext') story.setLabel(plainText(readAside(group, state, walk)))
  else if (name === 'shptxt') story.addBox(readAside(group, state, walk))
  else if (!passedOver.has(name) && (!optional || read.has(name))) walkGroup(group, state, story, walk)
}

function walkGroup(group: RtfGroup, outer: RtfState, story: RtfStory, walk: Walk): RtfState {
  let state = outer
  for (const node of group.nodes) {
    if (node.kind === 'word') state = takeWord(node, state, story, walk)
    else if (node.kind === 'bytes') takeBytes(node.bytes, state, story, walk)
    else {
      walk.skip = 0
      readGroup(node, state, story, walk)
    }
  }
  return state
}

const warning = (kind: Warning['kind'], id: string): Warning => ({ kind, message: phrase(id), where: null })

/** Reads RTF: its text in any of its encodings, lists with their labels, tables with merged cells, footnotes and text boxes. */
export const readRtf: Reader = async (file) => {
  const { root, complete } = parseRtf(Buffer.from(file.bytes).toString('latin1'))
  const document = root.nodes.find((node) => node.kind === 'group')
  if (document?.kind !== 'group') throw new UnreadableFile('damaged', phrase('reading.damaged'))
  const quarantined: Quarantined[] = []
  let revised = false
  const head = readRtfHead(document)
  const walk: Walk = { head, quarantine: (piece) => quarantined.push(piece), revised: () => (revised = true), skip: 0 }
  const story = createRtfStory(head, walk.quarantine)
  const end = walkGroup(document, startState(wordValue(document, 'deff')), story, walk)
  const { title, blocks } = flowBlocks(story.finish(end))
  return {
    title,
    metadata: {},
    blocks,
    warnings: [
      ...(revised ? [warning('revision', 'reading.revision')] : []),
      ...(complete ? [] : [warning('incomplete', 'reading.breaks-off')]),
    ],
    quarantined,
  }
}
