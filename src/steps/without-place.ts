import { shortPlaceName, type Region } from '../core/region.ts'

/** A place's name with what says that somebody is there; not where it is part of the name of a street or a thing. */
const placed = (name: string): RegExp =>
  new RegExp(
    `(?:我(?:们|家)?(?:是|家|人)?)?(?:住在|[在住])?${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')}(?!路|街|大道|桥|公园|广场|银行|方言|话|菜|专区)(?:[这那](?:边|里|儿|块)|的?(?=[，,。；]))?`,
    'gu',
  )

/** Removes from a question the names of the place that it is about. */
export type WithoutPlace = (question: string, region: Region | null) => string

/**
 * Makes a remover of places' names. Where a rule has to be in force is filtered before ranking; left in the question, the name would speak
 * for every document of the place, whatever it is about. `aliases` names regions in other scripts ("Binjiang").
 */
export function createWithoutPlace(aliases: Readonly<Record<string, string>>): WithoutPlace {
  const foreign = Object.entries(aliases).map(
    ([alias, name]) => [new RegExp(`\\b${alias}\\b(?: (?:District|City|County))?`, 'giu'), name] as const,
  )
  return (question, region) => {
    const names = region ?? []
    const ours = foreign.reduce(
      (text, [alias, name]) => (names.includes(name) ? text.replaceAll(alias, '') : text),
      question,
    )
    const bare = names
      .flatMap((name) => [name, shortPlaceName(name)])
      .reduce((text, name) => text.replaceAll(placed(name), ''), ours)
    return /[\p{L}\p{N}]/u.test(bare) ? bare : question
  }
}
