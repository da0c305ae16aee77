import { boxOf, type Box, type Colour, type Ink, type Run, type Shade } from './page.ts'

const faintest = 0.08
/** WCAG contrast below which nothing can be made out; the palest watermarks in use have about 1.3. */
const leastContrast = 1.2
const white: Colour = [1, 1, 1]
/** More areas than any real page has: beyond it the smaller ones are not looked at. */
const mostShades = 3000

const linear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
const luminance = ([red, green, blue]: readonly [number, number, number]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

function contrast(one: readonly [number, number, number], other: readonly [number, number, number]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return ((light ?? 1) + 0.05) / ((dark ?? 1) + 0.05)
}

const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top)
const covers = (outer: Box, inner: Box, slack: number) =>
  outer.left <= inner.left + slack &&
  outer.right >= inner.right - slack &&
  outer.top <= inner.top + slack &&
  outer.bottom >= inner.bottom - slack

function unseen(ink: Ink, shades: readonly Shade[], page: { width: number; height: number }): Run['hidden'] {
  const box = boxOf(ink)
  const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
  if (x < 0 || y < 0 || x > page.width || y > page.height) return 'hidden-style'
  const below = shades.filter(
    (shade) => shade.left <= x && shade.right >= x && shade.top <= y && shade.bottom >= y && shade.alpha > 0.5,
  )
  if (ink.inkless) return below.some(({ image }) => image) ? null : 'hidden-style'
  if (ink.alpha < faintest) return 'hidden-style'
  const over = below.some(
    (shade) => shade.order > ink.order && !shade.image && shade.alpha > 0.9 && covers(shade, box, ink.size * 0.2),
  )
  if (over) return 'hidden-style'
  const back = below.filter(({ order }) => order < ink.order).at(-1)
  const ground = back === undefined ? white : back.colour
  if (ink.colour === null || ground === null) return null
  return contrast(ink.colour, ground) < leastContrast ? 'white-text' : null
}

/**
 * Marks the text that a reader of the page would not see: in the colour of what lies under it, without ink, transparent, painted over or
 * off the page. Inkless text over an image is what a scanner's text recognition left and stays.
 */
export function hideRuns(
  inks: readonly Ink[],
  shades: readonly Shade[],
  page: { width: number; height: number },
): Run[] {
  const kept = shades.length <= mostShades ? shades : [...shades].sort((a, b) => area(b) - area(a)).slice(0, mostShades)
  const ordered = [...kept].sort((a, b) => a.order - b.order)
  return inks.map(({ text, left, right, baseline, size, bold, hidden, ...ink }) => ({
    text,
    left,
    right,
    baseline,
    size,
    bold,
    hidden: hidden ?? unseen({ text, left, right, baseline, size, bold, hidden, ...ink }, ordered, page),
  }))
}
