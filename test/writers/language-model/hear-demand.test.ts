import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { HearDemand } from '../../../src/core/intake.ts'
import { loadPrompts } from '../../../src/load-prompts.ts'
import { hearDemand } from '../../../src/steps/hear-demand.ts'
import { createHearDemand } from '../../../src/writers/language-model/hear-demand.ts'
import { errorBody, startModelServer, type ModelScript, type ModelServer } from '../../fakes/model-server.ts'
import { makeTools, makeTurn } from '../../steps/make-turn.ts'
import { intake } from '../../tickets/intake/make-intake.ts'
import { noon } from '../makers.ts'

const prompts = await loadPrompts(join(import.meta.dirname, '../../../prompts'), 'read-demand')
const servers: ModelServer[] = []
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))))

/** A reader as the product builds it, before a scripted server. */
async function listen(
  script: ModelScript,
  timeout = 3000,
): Promise<{ hear: HearDemand; server: ModelServer; log: string[] }> {
  const server = await startModelServer(script)
  servers.push(server)
  const log: string[] = []
  const hear = createHearDemand({
    model: { url: server.url, model: 'scripted', key: null, timeout },
    prompts,
    clock: () => noon,
    log: (...line) => void log.push(JSON.stringify(line)),
  })
  return { hear, server, log }
}

const said = { text: '新河路的路灯不亮', asked: '在什么地方？', language: 'zh' } as const
const never = new AbortController().signal
const object = '{"kind":"complaint","subject":"路灯不亮","where":"新河路","when":null,"wish":""}'

describe('a language model that listens to a demand', () => {
  it.each([
    ['alone', object],
    ['after thoughts and in a fence', `<think>{"kind":1}</think>\n\`\`\`json\n${object}\n\`\`\``],
    ['with an unknown kind', object.replace('complaint', 'grievance')],
  ])('gives the parts that it found, %s', async (_, text) => {
    const { hear } = await listen({ kind: 'stream', text })
    expect(await hear(said, never)).toEqual({
      kind: text.includes('grievance') ? null : 'complaint',
      ...{ subject: '路灯不亮', where: '新河路', when: null, wish: null },
    })
  })

  it('is asked with the question before and the masked message, and with nothing else of the person', async () => {
    const { hear, server } = await listen({ kind: 'stream', text: object })
    await hear({ ...said, text: '我是〔姓名1〕，新河路的路灯不亮' }, never)
    const prompt = JSON.stringify(server.seen[0]?.body.messages)
    expect(prompt).toContain('在什么地方？')
    expect(prompt).toContain('〔姓名1〕')
  })

  it.each<[string, ModelScript]>([
    ['prose', { kind: 'stream', text: '好的，我明白了。' }],
    ['silence', { kind: 'silence' }],
    ['a cut connection', { kind: 'stream', text: object.slice(0, 20), end: 'reset' }],
    ['a failing service', { kind: 'response', status: 503, type: 'application/json', body: errorBody('down', 'down') }],
  ])('leaves the rules alone after %s, without a word of it in the log', async (_, script) => {
    const { hear, log } = await listen(script, 600)
    expect(await hear(said, never)).toBeNull()
    expect(log.join()).toContain('language model failed')
    expect(log.join()).not.toContain('路灯')
  })

  it('listens only where a demand is told', async () => {
    const { hear, server } = await listen({ kind: 'stream', text: object })
    const step = hearDemand({ intake, hear, speak: ({ id }) => id })
    await step.run(makeTurn('居住证怎么办理？'), makeTools())
    expect(server.seen).toHaveLength(0)
    const turn = await step.run(makeTurn('我要投诉，楼上天天半夜装修'), makeTools())
    expect(turn).toMatchObject({ heard: { kind: 'complaint' } })
  })
})
