import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { createInterface } from 'node:readline'
import { SingleBar } from 'cli-progress'
import { z } from 'zod'
import { createDialogue } from '../compose.ts'
import type { Config } from '../config.ts'
import type { Clock } from '../core/clock.ts'
import { detectLanguage } from '../core/detect-language.ts'
import type { Language } from '../core/language.ts'
import { parseRegion, type Region } from '../core/region.ts'
import { render } from '../core/render.ts'
import { tellOperator } from '../tell-operator.mjs'
import { answerLine, type AnswerLine } from './answer-line.ts'
import { withBrain, type Brain } from './with-brain.ts'

export interface AskOptions {
  question?: string
  region?: string
  language?: Language
  json?: boolean
  input?: string
  output?: string
  knowledge?: string
}

const inputLine = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  question: z.union([z.string(), z.array(z.string()).min(1)]),
  region: z.string().nullish(),
  language: z.enum(['zh', 'en']).nullish(),
})
type InputLine = z.infer<typeof inputLine>

interface Setting {
  config: Config
  clock: Clock
  options: AskOptions
}

/** The place asked about: what is given; for our own documents the city of the settings; for any other folder none. */
function placeOf(given: string | null | undefined, { config, options }: Setting): Region | null {
  const named = given ?? options.region
  if (named !== undefined) return named.trim() === '' ? null : parseRegion(named)
  return options.knowledge === undefined ? config.region : null
}

/** Runs a line's turns in one conversation; the last one counts. */
async function answer(brain: Brain, line: InputLine, setting: Setting): Promise<AnswerLine> {
  const turns = typeof line.question === 'string' ? [line.question] : line.question
  const language = line.language ?? setting.options.language ?? detectLanguage(turns.join(' '))
  const dialogue = createDialogue({
    pipeline: brain.pipeline,
    clock: setting.clock,
    language,
    region: placeOf(line.region, setting),
    id: line.id,
  })
  const began = performance.now()
  let result = await dialogue.say(turns[0] ?? '')
  for (const text of turns.slice(1)) result = await dialogue.say(text)
  return answerLine(line.id, result, {
    speak: brain.data.speak,
    elapsedMs: (performance.now() - began) / turns.length,
    ticket: null,
  })
}

function show(line: AnswerLine): string {
  const sources = line.citations.map(
    ({ title, section, region, document }, index) =>
      `  [${index + 1}] 《${title}》${section.length > 0 ? ` ${section.join(' › ')}` : ''}${region === '' ? '' : ` · ${region}`} (${document})`,
  )
  const choices = 'choices' in line && line.choices !== undefined ? line.choices.map(({ label }) => `  · ${label}`) : []
  return [line.text, ...(sources.length > 0 ? ['', ...sources] : []), ...choices].join('\n')
}

async function askInBulk(brain: Brain, setting: Setting, input: string, output: string | undefined): Promise<void> {
  if (!existsSync(input))
    throw new Error(tellOperator(setting.config.language)('operator.ask.missing', { file: input }))
  const lines: InputLine[] = []
  let number = 0
  for await (const text of createInterface({ input: createReadStream(input), crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (text.trim() === '') continue
    try {
      lines.push(inputLine.parse(JSON.parse(text.replace(/^\uFEFF/u, ''))))
    } catch {
      throw new Error(tellOperator(setting.config.language)('operator.ask.line', { file: input, line: number }))
    }
  }
  const sink: Writable = output === undefined ? process.stdout : createWriteStream(output)
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: `${tellOperator(setting.config.language)('operator.answering')} [{bar}] {value}/{total} {eta_formatted}`,
        stream: process.stderr,
      })
    : null
  bar?.start(lines.length, 0)
  for (const [index, line] of lines.entries()) {
    if (!sink.write(`${JSON.stringify(await answer(brain, line, setting))}\n`))
      await new Promise((resolve) => sink.once('drain', resolve))
    bar?.update(index + 1)
  }
  bar?.stop()
  if (sink === process.stdout) return
  sink.end()
  await finished(sink)
}

async function chat(brain: Brain, setting: Setting): Promise<void> {
  // Whoever types Chinese is answered in Chinese, whatever the machine speaks; a number alone changes nothing.
  let language = setting.options.language ?? setting.config.language
  const languageOf = (text: string): Language => {
    if (setting.options.language === undefined && /\p{L}{2}/u.test(text)) language = detectLanguage(text)
    return language
  }
  const dialogue = createDialogue({
    pipeline: brain.pipeline,
    clock: setting.clock,
    language: languageOf,
    region: placeOf(null, setting),
  })
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: '› ' })
  lines.prompt()
  for await (const text of lines) {
    if (/^(?:exit|quit|退出)$/iu.test(text.trim())) break
    const began = performance.now()
    const result = await dialogue.say(text)
    const line = answerLine('chat', result, {
      speak: brain.data.speak,
      elapsedMs: performance.now() - began,
      ticket: null,
    })
    console.log(
      `${render(result.outcome, { message: 'chat', language, speak: brain.data.speak, ticket: null }).text === '' ? '' : show(line)}\n`,
    )
    lines.prompt()
  }
  lines.close()
}

/** `ask`: one question, a chat, or a file of questions. */
export async function ask(setting: Setting): Promise<void> {
  const { options, config, clock } = setting
  const folder = options.knowledge ?? config.knowledgeFolder
  await withBrain({ config, folder, clock, quiet: options.json === true }, async (brain) => {
    if (options.input !== undefined) return askInBulk(brain, setting, options.input, options.output)
    if (options.question === undefined) return chat(brain, setting)
    const line = await answer(
      brain,
      { id: 'question', question: options.question, region: undefined, language: undefined },
      setting,
    )
    console.log(options.json === true ? JSON.stringify(line, null, 2) : show(line))
  })
}
