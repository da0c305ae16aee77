import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Clock } from './core/clock.ts'
import type { HearDemand } from './core/intake.ts'
import type { Log } from './core/log.ts'
import type { Writer } from './core/writer.ts'
import { projectFolder } from './load-data.ts'
import { loadPrompts } from './load-prompts.ts'
import { mayBeShown } from './steps/screen-output.ts'
import { supports } from './steps/support/supports.ts'
import { createExtractiveWriter } from './writers/extractive/create-extractive-writer.ts'
import { createHearDemand } from './writers/language-model/hear-demand.ts'
import { createLanguageModelWriter } from './writers/language-model/create-language-model-writer.ts'

/** The writer that the settings ask for, and the words of its instructions, which must never be shown. */
export interface ChosenWriter {
  writer: Writer
  /** Listens to demands; null where no language model is set. */
  hear: HearDemand | null
  secrets: readonly string[]
}

/** Quotes, unless the settings name a language model; then that writes, and the quotes are what it falls back on. */
export async function createWriter(options: {
  config: Pick<Config, 'languageModel'>
  clock: Clock
  log: Log
}): Promise<ChosenWriter> {
  const { config, clock, log } = options
  const extractive = createExtractiveWriter()
  if (config.languageModel === null) return { writer: extractive, hear: null, secrets: [] }
  const prompts = await loadPrompts(join(projectFolder, 'prompts'), 'draft-answer')
  const demands = await loadPrompts(join(projectFolder, 'prompts'), 'read-demand')
  const secrets = [...prompts.zh.sentences, ...prompts.en.sentences]
  const writer = createLanguageModelWriter({
    model: config.languageModel,
    fallback: extractive,
    supports,
    mayBeShown: (sentence) => mayBeShown(sentence, secrets),
    prompts,
    clock,
    log,
  })
  const hear = createHearDemand({ model: config.languageModel, prompts: demands, clock, log })
  return { writer, hear, secrets }
}
