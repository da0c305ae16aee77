import { describe, expect, it } from 'vitest'
import type { Message } from '../../src/core/message.ts'
import type { Outcome } from '../../src/core/outcome.ts'
import type { Exchange } from '../../src/core/turn.ts'
import { continueIntake } from '../../src/steps/continue-intake.ts'
import { photo } from '../store/case-makers.ts'
import { intake } from '../tickets/intake/make-intake.ts'
import { makeExchange, makeTools, makeTurn } from './make-turn.ts'

const step = continueIntake({ intake, attachmentOf: () => Promise.resolve(null) })
const run = async (text: string, history: readonly Exchange[] = []) =>
  step.run(makeTurn(text, { history }), makeTools())

/** Says the messages one after the other and gives how each ended. */
async function converse(history: readonly Exchange[], ...said: readonly string[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let past = history
  for (const text of said) {
    const result = await run(text, past)
    if (!('kind' in result)) throw new Error(`"${text}" is none of the intake's business.`)
    outcomes.push(result)
    past = [...past, makeExchange(text, { outcome: result })]
  }
  return outcomes
}

describe('a message of a file or a place alone', () => {
  const wordless = (given: Partial<Message>, history: readonly Exchange[] = []) => {
    const turn = makeTurn('', { history })
    const keeping = continueIntake({ intake, attachmentOf: ({ name }) => Promise.resolve(photo({ id: name })) })
    return keeping.run({ ...turn, message: { ...turn.message, ...given } }, makeTools())
  }
  const media: Message['media'] = [{ kind: 'photo', name: 'a', type: 'image/jpeg', bytes: 1, url: 'attachment:a' }]
  const place = { latitude: 30.25, longitude: 120.2 }

  it('is asked what it is about', async () => {
    const draft = { attachments: [{ id: 'a' }] }
    expect(await wordless({ media })).toMatchObject({
      kind: 'question',
      asks: 'intake',
      intake: { asking: 'what', draft },
    })
    expect(await wordless({ place })).toMatchObject({ intake: { asking: 'what', draft: { where: { point: place } } } })
  })

  it('goes into the demand that is being taken down', async () => {
    const [question] = await converse([makeExchange('路灯坏了没人修')], '登记工单')
    if (question === undefined) throw new Error('Nothing was asked.')
    const history = [makeExchange('路灯坏了没人修'), makeExchange('登记工单', { outcome: question })]
    expect(await wordless({ media, place }, history)).toMatchObject({
      intake: { asking: 'contact', draft: { attachments: [{ id: 'a' }], where: { point: place } } },
    })
  })
})

describe('continue-intake', () => {
  it('drops the demand for what is asked for instead, which goes on as if only that had been said', async () => {
    const [outcome] = await converse([], '登记工单')
    const history = [makeExchange('登记工单', outcome === undefined ? {} : { outcome })]
    const turn = await run('算了，公积金怎么提取？', history)
    expect(turn).toMatchObject({ intake: null, query: '公积金怎么提取？', message: { text: '公积金怎么提取？' } })
    expect(turn).toMatchObject({ left: { asking: 'what' } })
  })

  it('takes down the matter last asked about on the wish to file, by its own kind', async () => {
    expect(await run('登记工单', [makeExchange('我想投诉楼上半夜装修，找谁？')])).toMatchObject({
      kind: 'question',
      asks: 'intake',
      intake: { asking: 'where', draft: { kind: 'complaint', description: '我想投诉楼上半夜装修，找谁？' } },
    })
  })

  it('asks what happened after small talk instead of filing nothing', async () => {
    const greeted = makeExchange('你好', {
      outcome: { kind: 'reply', phrase: { id: 'talk.greeting', values: {} }, choices: [], gives: {} },
    })
    expect(await run('登记工单', [greeted])).toMatchObject({ kind: 'question', intake: { asking: 'what' } })
  })

  it('goes on from the history alone until it files, with what was tried before', async () => {
    const outcomes = await converse([makeExchange('路灯坏了没人修')], '登记工单', '沿江路18号', '匿名', '确认')
    expect(
      outcomes.map((outcome) =>
        outcome.kind === 'question' && outcome.asks === 'intake' ? outcome.intake.asking : outcome.kind,
      ),
    ).toEqual(['where', 'contact', 'confirm', 'ticket'])
    expect(outcomes.at(-1)).toMatchObject({
      filed: { description: '路灯坏了没人修', where: { said: '沿江路18号' }, tried: ['路灯坏了没人修 → unanswered'] },
    })
  })

  it('lets a question in between pass, with the place of the demand, and goes on after it', async () => {
    const [asked] = await converse([], '登记工单')
    if (asked === undefined) throw new Error('Nothing was asked.')
    const history = [makeExchange('登记工单', { outcome: asked })]
    const between = await run('居住证怎么办？', history)
    expect('kind' in between).toBe(false)
    expect(await run('沿江路18号路灯坏了', [...history, makeExchange('居住证怎么办？')])).toMatchObject({
      kind: 'question',
      intake: { draft: { description: '沿江路18号路灯坏了' } },
    })
  })

  it('is over once it was left, filed or handed over', async () => {
    const left = makeExchange('算了', {
      outcome: { kind: 'reply', phrase: { id: 'intake.left', values: {} }, choices: [], gives: {} },
    })
    const [asked] = await converse([], '登记工单')
    const history = [makeExchange('登记工单', asked === undefined ? {} : { outcome: asked }), left]
    expect('kind' in (await run('沿江路18号', history))).toBe(false)
  })

  it.each(['好的', '不用', '居住证怎么办'])('lets "%s" pass where nothing was asked', async (text) => {
    const turn = makeTurn(text, { history: [makeExchange('居住证怎么办')] })
    expect(await step.run(turn, makeTools())).toBe(turn)
  })
})
