import { z } from 'zod'
import { ModelFault, type FaultReason } from './model-fault.ts'

const completion = z.object({
  choices: z
    .array(z.object({ message: z.object({ content: z.string().nullable() }), finish_reason: z.string().nullish() }))
    .min(1),
})

const reasonOf = (status: number): FaultReason => {
  if (status === 429) return 'busy'
  return status >= 500 ? 'failing' : 'refused'
}

/** Reads Retry-After: seconds, or a date. */
function restOf(headers: Headers, now: Date): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  const seconds = Number(value)
  const milliseconds = Number.isNaN(seconds) ? Date.parse(value) - now.getTime() : seconds * 1000
  return Number.isNaN(milliseconds) ? null : Math.max(0, milliseconds)
}

/** One whole completion in the form in which a streaming service would have sent it. */
function toEvents(body: string): string {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new ModelFault('garbage')
  }
  const whole = completion.safeParse(parsed)
  const choice = whole.data?.choices[0]
  if (choice === undefined) throw new ModelFault('garbage')
  const delta = { role: 'assistant', content: choice.message.content ?? '' }
  const chunk = { choices: [{ index: 0, delta, finish_reason: choice.finish_reason ?? 'stop' }] }
  return `data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`
}

/**
 * A `fetch` for chat completions that always gives a stream of events. A service that answers as a whole, although asked to stream, is
 * read as a stream of one event; an error status or a web page throws a ModelFault and its body is never read.
 */
export const fetchAsStream =
  (now: () => Date): typeof fetch =>
  async (input, init) => {
    const response = await fetch(input, init)
    const { status, headers } = response
    const discard = () => response.body?.cancel().catch(() => undefined)
    if (!response.ok) {
      await discard()
      throw new ModelFault(reasonOf(status), { status, restFor: restOf(headers, now()) })
    }
    const type = headers.get('content-type') ?? ''
    if (type.includes('html')) {
      await discard()
      throw new ModelFault('garbage', { status })
    }
    if (!type.includes('json')) return response
    return new Response(toEvents(await response.text()), { headers: { 'content-type': 'text/event-stream' } })
  }
