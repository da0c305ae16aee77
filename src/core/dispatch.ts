import type { Region } from './region.ts'

/** How soon a demand has to be replied to: danger to life or property, a supply that failed, the ordinary, what takes several bodies. */
export type Term = 'danger' | 'utility' | 'ordinary' | 'complex'

/** A class of the subject table. Codes have six digits, two each for the large, the middle and the small class. */
export interface SubjectClass {
  code: string
  name: { zh: string; en: string }
  description: { zh: string; en: string }
  /** Set for small classes. */
  term: Term | null
}

/** A body that demands go to. */
export interface Department {
  id: string
  name: { zh: string; en: string }
  kind: 'city' | 'district' | 'utility' | 'state' | 'outside'
  region: Region
  duties: { zh: readonly string[]; en: readonly string[] }
  telephone: string
  hours: string
}

/** A line of the dispatch catalogue: who is responsible for a class of subjects in a place, and why. */
export interface CatalogueLine {
  /** A stable name such as D-0203-01, quoted when a body objects. */
  line: string
  /** Six digits of a small, middle or large class; empty: the owner of what nobody else has. */
  subject: string
  /** Empty: the whole city. */
  region: Region
  lead: string
  coHandling: readonly string[]
  duty: { zh: string; en: string }
  /** The law or rule it rests on; empty where none is named. */
  basis: string
  /** Where such matters go instead of being dispatched; null for what is dispatched. */
  excluded: string | null
}

/** The subject table, the departments and the dispatch catalogue of one city. */
export interface Catalogue {
  /** Identifies the content: it is recorded with every dispatch. */
  version: string
  subjects: ReadonlyMap<string, SubjectClass>
  departments: ReadonlyMap<string, Department>
  lines: readonly CatalogueLine[]
}

/** A class that a demand may belong to. `confidence` is the chance that it is right, 0 … 1, as counted on demands not learned from. */
export interface SubjectGuess {
  code: string
  confidence: number
}

/** Who gets a demand and why. Without a `lead` a person decides: `reason` says what is unsure. */
export interface DispatchAdvice {
  subject: string | null
  term: Term
  lead: string | null
  coHandling: readonly string[]
  /** The line of the catalogue it rests on. */
  line: string | null
  /** The route of a matter that is not dispatched. */
  excluded: string | null
  confidence: number
  reason: 'line' | 'unsure-subject' | 'unsure-place' | 'no-line' | 'nothing-said'
  /** Best first; for the person who decides. */
  guesses: readonly SubjectGuess[]
  catalogue: string
}

/** Judges to whom a demand goes. */
export interface Dispatcher {
  advise(
    /** `subject` is the class that whoever reports it has chosen; null: it is judged. */
    demand: { text: string; language: 'zh' | 'en'; region: Region | null; subject?: string | null },
    signal: AbortSignal,
  ): Promise<DispatchAdvice>
}
