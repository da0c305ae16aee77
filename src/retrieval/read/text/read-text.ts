import { phrase } from '../../../core/phrase.ts'
import { UnreadableFile, type Block, type Reader } from '../reading.ts'
import { decodeText } from './decode-text.ts'
import { joinWrapped } from './join-wrapped.ts'
import { lineBlock } from './line-blocks.ts'

/** Characters: a first line longer than this is text, not a title. */
const longestTitle = 80

const isTitle = (line: string) =>
  line.length <= longestTitle &&
  !/[。；，：！？;,:!?.]$/u.test(line) &&
  !/^(?:第.{1,8}[条章]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.])/u.test(line)

/** Reads plain text: chapters become headings, each line a paragraph, the first short line the title. */
export const readText: Reader = async (file) => {
  const { text, warnings } = decodeText(file.bytes)
  const lines = joinWrapped(
    text
      .replace(/^\uFEFF/u, '')
      .replaceAll('\u0000', '')
      .split(/\r\n?|\n|\u000c/u),
  )
    .map((line) => line.replaceAll(/[ \t\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '')
  const [first] = lines
  if (first === undefined) throw new UnreadableFile('empty', phrase('reading.empty'))
  const titled = lines.length > 1 && isTitle(first) && lineBlock(first).kind === 'paragraph'
  const blocks: Block[] = (titled ? lines.slice(1) : lines).map(lineBlock)
  return {
    title: titled ? first : null,
    metadata: {},
    blocks: titled ? [{ kind: 'heading', level: 1, text: first }, ...blocks] : blocks,
    warnings,
    quarantined: [],
  }
}
