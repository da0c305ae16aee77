import type { Turn } from '../../core/turn.ts'
import type { Supports } from '../../core/writer.ts'

/** Characters of a part that is named as not covered. */
const longest = 80

/** Whether a model's words only repeat a part of the question: they are shown without a source, so nothing may be added to it. */
export function repeatsQuestion(part: string, { query, parts, region }: Turn, supports: Supports): boolean {
  const asked = [query, ...parts.map(({ text }) => text)].join('\n')
  const citation = {
    passage: '',
    document: '',
    title: '',
    issuer: null,
    quote: asked,
    section: [],
    validity: 'in-force',
    amended: false,
    effective: null,
    expires: null,
    region: region ?? [],
    url: null,
  } as const
  return part.length <= longest && !/https?:|www\.|[<>]/iu.test(part) && supports({ text: part, citations: [citation] })
}
