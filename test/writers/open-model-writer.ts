import { join } from 'node:path'
import type { Clock } from '../../src/core/clock.ts'
import type { Draft, Sentence } from '../../src/core/draft.ts'
import type { Log } from '../../src/core/log.ts'
import type { Turn } from '../../src/core/turn.ts'
import type { Writer } from '../../src/core/writer.ts'
import { loadPrompts } from '../../src/load-prompts.ts'
import { mayBeShown } from '../../src/steps/screen-output.ts'
import { supports } from '../../src/steps/support/supports.ts'
import { createExtractiveWriter } from '../../src/writers/extractive/create-extractive-writer.ts'
import { createLanguageModelWriter } from '../../src/writers/language-model/create-language-model-writer.ts'
import { startModelServer, type ModelScript, type ModelServer } from '../fakes/model-server.ts'
import { noon } from './makers.ts'

export const key = 'sk-test-0123456789'
const prompts = await loadPrompts(join(import.meta.dirname, '../../prompts'), 'draft-answer')
const secrets = [...prompts.zh.sentences, ...prompts.en.sentences]

export interface OpenModelWriter {
  server: ModelServer
  writer: Writer
  /** Everything that was logged, one line an event. */
  logged: readonly string[]
  clock: { now: Date }
  write(turn: Turn, signal?: AbortSignal): Promise<{ draft: Draft | null; said: readonly Sentence[] }>
  close(): Promise<void>
}

/** A language-model writer as the product builds it, before a scripted server. `url` puts it before another one. */
export async function openModelWriter(
  script: ModelScript,
  options: { timeout?: number; url?: string; extras?: Readonly<Record<string, unknown>> } = {},
): Promise<OpenModelWriter> {
  const server = await startModelServer(script)
  const clock = { now: noon }
  const tell: Clock = () => clock.now
  const logged: string[] = []
  const log: Log = (level, event, facts) => void logged.push(JSON.stringify({ level, event, ...facts }))
  const writer = createLanguageModelWriter({
    model: {
      url: options.url ?? server.url,
      model: 'scripted',
      key,
      timeout: options.timeout ?? 5000,
      extras: options.extras ?? {},
    },
    fallback: createExtractiveWriter(),
    supports,
    mayBeShown: (sentence) => mayBeShown(sentence, secrets),
    prompts,
    clock: tell,
    log,
  })
  return {
    server,
    writer,
    logged,
    clock,
    async write(turn, signal = new AbortController().signal) {
      const said: Sentence[] = []
      const draft = await writer.write(turn, { signal, say: (sentence) => void said.push(sentence) })
      return { draft, said }
    },
    close: () => server.close(),
  }
}
