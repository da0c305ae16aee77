import { toMatrix, type Matrix } from '../layout/matrix.ts'
import { elementsOf, textOf, type XmlElement } from '../xml/parse-xml.ts'

/** An element's name without its prefix, since writers choose prefixes and namespaces of their own. */
export const localName = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element === undefined ? [] : elementsOf(element).filter((child) => localName(child) === name)

/** The first element at the end of a path of names. */
export const childOf = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => childrenOf(at, name)[0], element)

export const contentOf = (element: XmlElement | undefined): string => (element === undefined ? '' : textOf(element))

export function numberOf(element: XmlElement | undefined, name: string): number | null {
  const value = Number.parseFloat(element?.attributes[name] ?? '')
  return Number.isFinite(value) ? value : null
}

export const isFalse = (element: XmlElement, name: string): boolean =>
  /^(?:false|0)$/iu.test(element.attributes[name] ?? '')

/** Numbers with white space between; what is no number is left out. */
export const numbersIn = (text: string): number[] =>
  text
    .trim()
    .split(/[\s,]+/u)
    .map((part) => Number.parseFloat(part))
    .filter((value) => Number.isFinite(value))

export interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** "x y width height" in millimetres. */
export function areaOf(text: string | undefined): Area | null {
  const [x, y, width, height] = numbersIn(text ?? '')
  return x === undefined || y === undefined || width === undefined || height === undefined
    ? null
    : { x, y, width, height }
}

/** What an object's own coordinates have to go through to stand on the page: its matrix, then the corner of its boundary. */
export function placementOf(element: XmlElement): Matrix {
  const area = areaOf(element.attributes['Boundary'])
  const own = toMatrix(numbersIn(element.attributes['CTM'] ?? '')) ?? [1, 0, 0, 1, 0, 0]
  return [own[0], own[1], own[2], own[3], own[4] + (area?.x ?? 0), own[5] + (area?.y ?? 0)]
}

const longest = 100_000

/** DeltaX and DeltaY: steps between letters, "g 3 2.5" standing for three times 2.5. */
export function expandDeltas(text: string | undefined): number[] {
  const parts = (text ?? '').trim().split(/\s+/u)
  const steps: number[] = []
  for (let at = 0; at < parts.length && steps.length < longest; at += 1) {
    if (parts[at] === 'g') {
      const [count, step] = [Number.parseInt(parts[at + 1] ?? '', 10), Number.parseFloat(parts[at + 2] ?? '')]
      if (count > 0 && Number.isFinite(step))
        for (let left = Math.min(count, longest); left > 0; left -= 1) steps.push(step)
      at += 2
    } else {
      const step = Number.parseFloat(parts[at] ?? '')
      if (Number.isFinite(step)) steps.push(step)
    }
  }
  return steps
}
