import type { Language } from '../../src/core/language.ts'
import type { Citation, Passage, Unit } from '../../src/core/passage.ts'
import type { Sentence } from '../../src/core/draft.ts'
import { startTurn, type QuestionPart, type Turn } from '../../src/core/turn.ts'

export const noon = new Date('2026-11-23T12:00:00+08:00')

/** Units of a passage made of paragraphs, one a line. */
const paragraphs = (text: string): Unit[] =>
  text.split('\n').map((line) => ({
    kind: 'paragraph',
    text: line,
    lead: null,
    score: 0.8,
    sentences: [{ text: line, score: 0.8 }],
  }))

export const makePassage = (change: Partial<Passage> & Pick<Passage, 'id' | 'text'>): Passage => ({
  document: '云汀市/居民医保.md',
  title: '云汀市城乡居民医疗保险办法',
  issuer: '云汀市医疗保障局',
  section: ['第三章 待遇'],
  units: paragraphs(change.text),
  before: '',
  after: '',
  beforeId: null,
  afterId: null,
  score: 1.4,
  validity: 'in-force',
  amended: false,
  effective: '2026-01-01',
  expires: null,
  region: ['云汀市'],
  url: 'https://yunting.example/yibao',
  ...change,
})

export const makeCitation = (passage: Passage, quote: string): Citation => {
  const { id, document, title, issuer, section, validity, amended, effective, expires, region, url } = passage
  return { passage: id, document, title, issuer, quote, section, validity, amended, effective, expires, region, url }
}

export const makeSentence = (text: string, ...citations: readonly Citation[]): Sentence => ({
  text,
  citations,
  marks: [],
})

/** A turn whose message asks one question for each list of passages. */
export function makeTurn(
  questions: Readonly<Record<string, readonly Passage[]>>,
  change: { language?: Language } = {},
): Turn {
  const language = change.language ?? 'zh'
  const text = Object.keys(questions).join('')
  const message = {
    id: 'm1',
    conversation: 'c1',
    from: { channel: 'test', user: 'u1' },
    at: noon,
    text,
    media: [],
    place: null,
    spoken: false,
    language,
  }
  const match = { lexical: 0.8, semantic: 0.8 }
  const parts: QuestionPart[] = Object.entries(questions).map(([question, passages]) => ({
    text: question,
    passages,
    asides: [],
    match,
  }))
  const passages = [...new Map(parts.flatMap((part) => part.passages).map((each) => [each.id, each])).values()]
  const known = { language, history: [], holder: 'assistant', region: ['云汀市'] } as const
  return { ...startTurn(message, known), parts, passages }
}
