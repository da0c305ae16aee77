import type { Config } from './config.ts'
import type { Writer } from './core/writer.ts'
import { createExtractiveWriter } from './writers/extractive/create-extractive-writer.ts'

/** The writer that the settings ask for. */
export async function createWriter(config: Pick<Config, 'languageModel'>): Promise<Writer> {
  if (config.languageModel !== null) return createExtractiveWriter()
  return createExtractiveWriter()
}
