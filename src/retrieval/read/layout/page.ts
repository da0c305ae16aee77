import type { Quarantined } from '../reading.ts'

/** A rectangle on a page. Lengths are points; x runs right, y runs down from the top left corner of the page as it is seen. */
export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

/** Red, green and blue from 0 to 1; null where a pattern or an unknown colour space is used. */
export type Colour = readonly [number, number, number] | null

/** Text drawn in one go on one baseline. */
export interface Run {
  text: string
  left: number
  right: number
  baseline: number
  /** Height of the letters' square, points. */
  size: number
  bold: boolean
  /** Why a reader of the page would not see it; null for visible text. */
  hidden: Exclude<Quarantined['reason'], 'speaks-to-a-model'> | null
}

/** A run with what decides whether it can be seen. */
export interface Ink extends Run {
  colour: Colour
  /** 0 (nothing to see) to 1. */
  alpha: number
  /** Drawn without ink at all, as recognised text behind a scan is. */
  inkless: boolean
  /** Where it comes in the order of painting. */
  order: number
}

/** A filled area. An image has a null colour: what it shows is not known. */
export interface Shade extends Box {
  colour: Colour
  alpha: number
  image: boolean
  order: number
}

/** A straight line along x (horizontal) or y (vertical): `at` is its other coordinate. */
export interface Rule {
  along: 'x' | 'y'
  at: number
  from: number
  to: number
}

export interface Page {
  /** Counted from 1. */
  number: number
  width: number
  height: number
  runs: readonly Run[]
  rules: readonly Rule[]
  /** Anything drawn but text: a page without runs that draws is a picture, one that does not is blank. */
  drawn: boolean
}

/** Roughly the area that letters on a baseline cover. */
export const boxOf = (run: Pick<Run, 'left' | 'right' | 'baseline' | 'size'>): Box => ({
  left: run.left,
  right: run.right,
  top: run.baseline - run.size * 0.85,
  bottom: run.baseline + run.size * 0.2,
})
