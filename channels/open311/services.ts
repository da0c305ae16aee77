import type { Catalogue, SubjectClass } from '../../src/core/dispatch.ts'
import type { Language } from '../../src/core/language.ts'
import type { Fields } from './document.ts'

/** What a demand has as long as nobody knows its class: no service, but a code of six digits too. */
export const unclassified = '000000'

const largeOf = (code: string) => `${code.slice(0, 2)}0000`
const middleOf = (code: string) => `${code.slice(0, 4)}00`
const isSmall = (code: string) => !code.endsWith('00')

export interface Services {
  offered: readonly SubjectClass[]
  find(code: string): SubjectClass | null
  show(service: SubjectClass, language: Language): Fields
}

/** What goes elsewhere instead of being dispatched, emergencies above all, is no service that can be asked for by this way. */
export function createServices({ subjects, lines }: Pick<Catalogue, 'subjects' | 'lines'>): Services {
  const everywhere = new Map(lines.filter(({ region }) => region.length === 0).map((line) => [line.subject, line]))
  const isElsewhere = (code: string) => {
    const line = [code, middleOf(code), largeOf(code)]
      .map((each) => everywhere.get(each))
      .find((each) => each !== undefined)
    return (line?.excluded ?? null) !== null
  }
  const offered = [...subjects.values()].filter(({ code }) => isSmall(code) && !isElsewhere(code))
  const byCode = new Map(offered.map((service) => [service.code, service]))
  const keywordsOf = ({ code, name }: SubjectClass, language: Language) => {
    const around = [subjects.get(middleOf(code)), subjects.get(largeOf(code))].flatMap((each) => each ?? [])
    const other = language === 'zh' ? 'en' : 'zh'
    const words = [...around.map((each) => each.name[language]), name[other], ...around.map((each) => each.name[other])]
    return [...new Set(words.flatMap((each) => each.split(/[,，]/u)).map((each) => each.trim()))]
      .filter(Boolean)
      .join(', ')
  }
  return {
    offered,
    find: (code) => byCode.get(code) ?? null,
    show: (service, language) => ({
      service_code: service.code,
      service_name: service.name[language],
      description: service.description[language],
      metadata: true,
      type: 'realtime',
      keywords: keywordsOf(service, language),
      group: subjects.get(largeOf(service.code))?.name[language] ?? null,
    }),
  }
}
