import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Server } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEndpointEmbedder } from '../../src/retrieval/embed-endpoint.ts'

/** Speaks the OpenAI embeddings format: a text's vector is [its length, 1]. `hang` lets requests wait for ever. */
function scriptedService(
  seen: { path: string; authorization: string; model: string }[],
  state: { hang: boolean; status: number },
) {
  return createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      const { input, model } = JSON.parse(body) as { input: string | string[]; model: string }
      seen.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', model })
      if (state.hang) return
      response.writeHead(state.status, { 'content-type': 'application/json' })
      const data = [input].flat().map((text, index) => ({ object: 'embedding', index, embedding: [text.length, 1] }))
      response.end(JSON.stringify({ object: 'list', data, model, usage: { prompt_tokens: 1, total_tokens: 1 } }))
    })
  })
}

const { signal } = new AbortController()
const seen: { path: string; authorization: string; model: string }[] = []
const state = { hang: false, status: 200 }
let server: Server
let url = ''

beforeEach(async () => {
  seen.length = 0
  Object.assign(state, { hang: false, status: 200 })
  server = scriptedService(seen, state)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

const open = () => createEndpointEmbedder({ url, model: 'bge-m3', key: 'secret', timeout: 500 }, signal)

describe('the endpoint embedder', () => {
  it('learns the number of dimensions and gives vectors of length 1', async () => {
    const embedder = await open()
    expect(embedder.dimensions).toBe(2)
    const vector = await embedder.embed('养犬登记', signal)
    expect(Math.hypot(...vector)).toBeCloseTo(1)
    expect((vector[0] ?? 0) / (vector[1] ?? 1)).toBeCloseTo(4)
    expect(seen[0]).toEqual({ path: '/v1/embeddings', authorization: 'Bearer secret', model: 'bge-m3' })
  })

  it('keeps the order of many texts and tells how far it is', async () => {
    const embedder = await open()
    const progress: number[] = []
    const texts = Array.from({ length: 70 }, (_, index) => 'x'.repeat(index + 1))
    const vectors = await embedder.embedMany(texts, signal, (done) => progress.push(done))
    expect(vectors.map(([a = 0, b = 1]) => Math.round(a / b))).toEqual(texts.map((text) => text.length))
    expect(progress).toEqual([32, 64, 70])
  })

  it('stops waiting when nobody wants the answer any more', async () => {
    const embedder = await open()
    state.hang = true
    const stop = new AbortController()
    const waiting = embedder.embed('养犬', stop.signal)
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('fails when the service refuses', async () => {
    state.status = 401
    await expect(open()).rejects.toThrow()
  })
})
