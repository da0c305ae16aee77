import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Language } from './core/language.ts'
import type { Prompt } from './core/prompt.ts'

const file = /^---\n(?<facts>[\s\S]*?)\n---\n+# System\n+(?<system>[\s\S]*?)\n+# User\n+(?<user>[\s\S]*)$/u
const facts = z.object({
  id: z.string().min(1),
  version: z.union([z.string().min(1), z.number()]).transform(String),
  inputs: z.array(z.string().regex(/^\w+$/u)),
})
const blank = /\{\{(\w+)\}\}/gu
/** Words shorter than this could stand in an answer by chance. */
const shortestSentence = 12

/** Reads a prompt file: front matter (id, version, inputs), then "# System" and "# User". Throws where blanks and inputs do not agree. */
export function parsePrompt(text: string): Prompt {
  const { facts: head, system = '', user = '' } = file.exec(text.replaceAll('\r\n', '\n'))?.groups ?? {}
  if (head === undefined) throw new Error('A prompt needs front matter, "# System" and "# User".')
  const { id, version, inputs } = facts.parse(parse(head))
  const blanks = new Set([...`${system}\n${user}`.matchAll(blank)].map(([, name = '']) => name))
  const stray = [...blanks].filter((name) => !inputs.includes(name))
  const unused = inputs.filter((name) => !blanks.has(name))
  if (stray.length + unused.length > 0) throw new Error(`Blanks and inputs differ: ${[...stray, ...unused].join(', ')}`)
  const sentences = `${system}\n${user}`.split(/\n|(?<=[。！？])|(?<=[.!?])\s/u).map((sentence) => sentence.trim())
  return {
    id,
    version,
    sentences: sentences.filter((sentence) => sentence.length >= shortestSentence && !sentence.includes('{{')),
    fill(values) {
      const fillIn = (template: string) =>
        template.replaceAll(blank, (_, name: string) => {
          const value = values[name]
          if (value === undefined) throw new Error(`Prompt '${id}' lacks a value for {{${name}}}`)
          return value
        })
      return { system: fillIn(system).trim(), user: fillIn(user).trim() }
    },
  }
}

/** Reads prompts/<id>.<language>.md in each language; throws with the name of a file that cannot be used. */
export async function loadPrompts(folder: string, id: string): Promise<Readonly<Record<Language, Prompt>>> {
  const load = async (language: Language) => {
    const name = `${id}.${language}.md`
    try {
      return parsePrompt(await readFile(join(folder, name), 'utf8'))
    } catch (error) {
      throw new Error(`prompts/${name} cannot be used: ${error instanceof Error ? error.message : ''}`, {
        cause: error,
      })
    }
  }
  // One after the other: with both unreadable, the same one is named each time.
  return { zh: await load('zh'), en: await load('en') }
}
