import { ticketKinds } from './core/ticket.ts'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { z } from 'zod'
import { createSpeak, type Speak } from './core/phrase.ts'
import { parseRegion, type Region } from './core/region.ts'
import type { Examples } from './retrieval/match-examples.ts'
import { parseSynonyms, type Synonym } from './retrieval/synonyms.ts'
import { emergencyTable, type EmergencyTable } from './steps/spot-emergency.ts'
import { legalRouteTable, type LegalRouteTable } from './steps/redirect-route.ts'
import { screenTable, type ScreenTable } from './steps/screen-input.ts'
import { deskTable, type DeskTable } from './desk/desk-table.ts'
import { deadlineTable, type Deadlines } from './tickets/deadlines.ts'

/** The project's own folder, where knowledge/ and prompts/ lie. */
export const projectFolder = fileURLToPath(new URL('..', import.meta.url))

/** Tables and wordings that are data, parsed. */
export interface ProjectData {
  /** The program's version. */
  version: string
  speak: Speak
  /** Phrases of each language by id, for front ends. */
  phrases: Readonly<Record<'zh' | 'en', Readonly<Record<string, string>>>>
  emergencies: EmergencyTable
  /** What people in danger say, and what only sounds so. */
  emergencyExamples: Examples
  personExamples: Examples
  /** How demands of each kind are told. */
  kindExamples: Examples
  legalRoutes: LegalRouteTable
  screens: ScreenTable
  /** Full names of provinces and cities of the country. */
  places: readonly string[]
  /** What people say for what documents say. */
  synonyms: readonly Synonym[]
  /** Where the departments are responsible: districts in which something may happen that no document is about. */
  districts: readonly Region[]
  /** How long each stage of a demand may take. */
  deadlines: Deadlines
  /** When people are at the desk, and its timers. */
  desk: DeskTable
  /** Names of places in other scripts. */
  placeAliases: Readonly<Record<string, string>>
}

const text = (path: string) => readFile(join(projectFolder, path), 'utf8')
const phraseFile = z.record(z.string(), z.string())
const exampleFile = z.record(z.string(), z.object({ zh: z.array(z.string()), en: z.array(z.string()) }))
const kindFile = z.record(z.enum(ticketKinds), exampleFile.valueType)
const placeFile = z.object({ aliases: z.record(z.string(), z.string()), places: z.array(z.string()) })

const regionsFile = z.array(z.object({ region: z.string() }))

/** The regions that a table of departments names, each once; none where there is no such table. */
async function districtsOf(path: string): Promise<readonly Region[]> {
  if (!existsSync(join(projectFolder, path))) return []
  const rows = regionsFile.parse(parse(await text(path)))
  return [...new Set(rows.map(({ region }) => region))].map(parseRegion)
}

/** Reads the project's tables and phrases; throws with the name of a file that cannot be used. */
export async function loadData(): Promise<ProjectData> {
  const load = async <T>(path: string, shape: z.ZodType<T>, read: (text: string) => unknown): Promise<T> => {
    const parsed = shape.safeParse(read(await text(path)))
    if (!parsed.success) throw new Error(`${path} cannot be used: ${z.prettifyError(parsed.error)}`)
    return parsed.data
  }
  const json = (content: string): unknown => JSON.parse(content)
  const yaml = (content: string): unknown => parse(content)
  const [zh, en] = await Promise.all([
    load('prompts/phrases.zh.json', phraseFile, json),
    load('prompts/phrases.en.json', phraseFile, json),
  ])
  const places = await load('knowledge/places.yaml', placeFile, yaml)
  const { version } = await load('package.json', z.object({ version: z.string() }), json)
  return {
    version,
    speak: createSpeak(
      { zh, en },
      Object.fromEntries(Object.entries(places.aliases).map(([alias, name]) => [name, alias])),
    ),
    phrases: { zh, en },
    emergencies: await load('knowledge/emergencies.yaml', emergencyTable, yaml),
    emergencyExamples: await load('knowledge/emergency-examples.yaml', exampleFile, yaml),
    personExamples: await load('knowledge/person-examples.yaml', exampleFile, yaml),
    kindExamples: await load('knowledge/kind-examples.yaml', kindFile, yaml),
    legalRoutes: await load('knowledge/legal-routes.yaml', legalRouteTable, yaml),
    screens: await load('knowledge/screens.yaml', screenTable, yaml),
    places: places.places,
    synonyms: existsSync(join(projectFolder, 'knowledge/synonyms.yaml'))
      ? parseSynonyms(await text('knowledge/synonyms.yaml'))
      : [],
    districts: await districtsOf('knowledge/departments.yaml'),
    deadlines: await load('knowledge/deadlines.yaml', deadlineTable, yaml),
    desk: await load('knowledge/desk.yaml', deskTable, yaml),
    placeAliases: places.aliases,
  }
}
