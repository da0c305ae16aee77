import type { Language } from '../../src/core/language.ts'
import type { Region } from '../../src/core/region.ts'

/** Names of places for readers of another script: 'Yunting' → '云汀市'. */
export type PlaceAliases = Readonly<Record<string, string>>

/** The names to show instead, by the name in the documents; none in Chinese. */
export const placeNamesIn = (aliases: PlaceAliases, language: Language): Readonly<Record<string, string>> =>
  language === 'zh' ? {} : Object.fromEntries(Object.entries(aliases).map(([alias, name]) => [name, alias]))

/** A place as its readers call it. */
export const namePlace = (region: Region, names: Readonly<Record<string, string>>): string =>
  region.map((name) => names[name] ?? name).join(' · ')
