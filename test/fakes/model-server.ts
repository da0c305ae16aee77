import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'

/** How the server answers a request for a chat completion. */
export type ModelScript =
  /** Streams the text in pieces of `size` characters; then ends as it should, or not. */
  | { kind: 'stream'; text: string; size?: number; pause?: number; end?: 'done' | 'length' | 'reset' | 'stall' | 'cut' }
  /** Answers as a whole, though asked to stream. */
  | { kind: 'whole'; text: string }
  /** Breaks off with an error event in the middle of the stream. */
  | { kind: 'error-event'; text: string }
  /** Anything else: a status, a type, a body. */
  | { kind: 'response'; status: number; type: string; body: string; headers?: Readonly<Record<string, string>> }
  /** Takes the request and never answers. */
  | { kind: 'silence' }

const requestShape = z.object({
  model: z.string(),
  stream: z.boolean().optional(),
  messages: z
    .array(z.object({ role: z.enum(['system', 'developer', 'user', 'assistant']), content: z.string() }))
    .min(1),
  temperature: z.number().optional(),
})

export interface SeenRequest {
  authorization: string | null
  body: z.infer<typeof requestShape> & Record<string, unknown>
  /** Resolves when the connection of this request is closed, by whichever side. */
  closed: Promise<void>
}

export interface ModelServer {
  /** Base address, as one would set it. */
  url: string
  seen: readonly SeenRequest[]
  /** Sets how requests are answered from now on. */
  follow(script: ModelScript): void
  close(): Promise<void>
}

/** A service's own wording of an error, in the form that clients of the OpenAI format expect. */
export const errorBody = (message: string, code: string) =>
  JSON.stringify({ error: { message, type: code, param: null, code } })

const facts = { id: 'chatcmpl-1', created: 1_795_406_400, model: 'scripted', system_fingerprint: 'fp_1' }
const usage = { prompt_tokens: 900, completion_tokens: 60, total_tokens: 960 }

const chunk = (delta: object, finish: string | null) =>
  `data: ${JSON.stringify({
    ...facts,
    object: 'chat.completion.chunk',
    choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
  })}\n\n`

async function stream(response: ServerResponse, script: Extract<ModelScript, { kind: 'stream' }>) {
  const { text, size = 7, pause = 0, end = 'done' } = script
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' })
  response.write(': keep-alive\n\n')
  response.write(chunk({ role: 'assistant', content: '' }, null))
  for (let at = 0; at < text.length; at += size) {
    if (pause > 0) await wait(pause)
    if (response.destroyed) return
    response.write(chunk({ content: text.slice(at, at + size) }, null))
  }
  if (end === 'stall') return
  // What was written has to be on its way before the connection is torn down.
  if (end === 'reset') return void (await wait(30).then(() => response.socket?.resetAndDestroy()))
  if (end === 'cut') return void response.end()
  response.write(chunk({}, end === 'length' ? 'length' : 'stop'))
  response.write(`data: ${JSON.stringify({ ...facts, object: 'chat.completion.chunk', choices: [], usage })}\n\n`)
  response.end('data: [DONE]\n\n')
}

async function perform(response: ServerResponse, script: ModelScript) {
  switch (script.kind) {
    case 'stream':
      return stream(response, script)
    case 'whole': {
      const message = { role: 'assistant', content: script.text, refusal: null }
      const choices = [{ index: 0, message, logprobs: null, finish_reason: 'stop' }]
      response.writeHead(200, { 'content-type': 'application/json' })
      return void response.end(JSON.stringify({ ...facts, object: 'chat.completion', choices, usage }))
    }
    case 'error-event':
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(chunk({ role: 'assistant', content: script.text }, null))
      return void response.end(`data: ${errorBody('The engine is overloaded', 'server_error')}\n\n`)
    case 'response':
      response.writeHead(script.status, { 'content-type': script.type, ...script.headers })
      return void response.end(script.body)
    case 'silence':
      return
    default:
      return script satisfies never
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return Buffer.concat(parts).toString('utf8')
}

/**
 * Serves chat completions in the OpenAI wire format over real HTTP on a free port, following a script. A request that does not keep to
 * the format is refused as a real service would refuse it.
 */
export async function startModelServer(first: ModelScript): Promise<ModelServer> {
  let script = first
  const seen: SeenRequest[] = []
  const server = createServer((request, response) => {
    const closed = new Promise<void>((resolve) => response.once('close', resolve))
    void readBody(request).then((text) => {
      const body = requestShape.loose().safeParse(JSON.parse(text))
      const known = request.method === 'POST' && request.url === '/v1/chat/completions'
      if (!known || !body.success) {
        response.writeHead(known ? 400 : 404, { 'content-type': 'application/json' })
        return void response.end(errorBody('Invalid request', 'invalid_request_error'))
      }
      seen.push({ authorization: request.headers.authorization ?? null, body: body.data, closed })
      return perform(response, script)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/v1`,
    seen,
    follow: (next) => (script = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** An answer in the form that the prompt asks for. */
export const answerLines = (
  sentences: readonly (readonly [sentence: string, ...sources: string[]])[],
  uncovered: readonly string[] = [],
): string =>
  [
    ...sentences.map(([sentence, ...sources]) => JSON.stringify({ sentence, sources })),
    JSON.stringify({ uncovered }),
  ].join('\n')
