import type { Citation, Passage } from '../../src/core/passage.ts'
import type { Sentence } from '../../src/core/draft.ts'

/** A passage in force, found for a question. */
export const makePassage = (given: Partial<Passage> = {}): Passage => ({
  id: 'p1',
  document: '云汀市/居住证.md',
  title: '居住证管理实施办法',
  issuer: null,
  section: [],
  text: '居住证不收费。',
  units: [],
  before: '',
  after: '',
  beforeId: null,
  afterId: null,
  score: 1,
  validity: 'in-force',
  amended: false,
  effective: null,
  expires: null,
  region: ['云汀市'],
  url: null,
  ...given,
})

/** A sentence that cites the words of a passage. */
export function makeSentence(text: string, passage = makePassage()): Sentence {
  const { id, document, title, issuer, section, validity, amended, effective, expires, region, url } = passage
  const citation: Citation = {
    passage: id,
    quote: passage.text,
    document,
    title,
    issuer,
    section,
    validity,
    amended,
    effective,
    expires,
    region,
    url,
  }
  return { text, citations: [citation], marks: [] }
}
