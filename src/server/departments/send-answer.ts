import type { Response } from 'express'
import type { GivenAnswer } from '../../core/given-answers.ts'
import { sayRefusal, type Saying } from './answer-refusal.ts'
import { refusalOf } from './refusal.ts'
import type { Answer } from './route.ts'

const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/gu, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** Sends what a route answers. A file is for saving: no browser takes it for a page. */
export function sendAnswer(response: Response, answer: Answer): void {
  response.set('Cache-Control', 'no-store')
  if ('file' in answer) {
    const { attachment, content } = answer.file
    response
      .type(attachment.type === 'text/plain' ? 'text/plain; charset=utf-8' : attachment.type)
      .set('Content-Disposition', `attachment; filename*=UTF-8''${encoded(attachment.name)}`)
      .set('Content-Security-Policy', "default-src 'none'; sandbox")
      .send(Buffer.from(content))
    return
  }
  if (answer.version !== undefined) response.set('ETag', `"${answer.version}"`)
  response.status(answer.status).json(answer.body)
}

/** An answer as it is kept for when the request comes again. What the office refuses is an answer as well. */
export async function toGiven(answering: Promise<Answer>, saying: Saying): Promise<GivenAnswer> {
  try {
    const answer = await answering
    if ('file' in answer) throw new Error('A file is no answer to a change.')
    return { status: answer.status, body: JSON.stringify(answer.body) }
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === null || refusal.status >= 500) throw error
    return { status: refusal.status, body: JSON.stringify(sayRefusal(refusal, saying)) }
  }
}
