import type { Story, WordFile } from './word-file.ts'

/** Stretches of text that belong to characters of the main text: notes at their marks, text boxes at their anchors. */
export interface DocReferences {
  notes: ReadonlyMap<number, Story>
  boxes: ReadonlyMap<number, Story>
  /** Text boxes whose anchor is not known. */
  looseBoxes: readonly Story[]
}

/** The character places at the head of a table whose entries have `size` bytes each. */
const placesOf = (table: Buffer, size: number): number[] => {
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + size)))
  return Array.from({ length: count + 1 }, (_, index) => (table.length === 0 ? 0 : table.readUInt32LE(4 * index)))
}

const within = (story: Story, from: number | undefined, to: number | undefined): Story => ({
  from: story.from + (from ?? 0),
  to: Math.min(story.to, story.from + (to ?? from ?? 0)),
})

function notesOf(file: WordFile, kind: 'footnote' | 'endnote'): [number, Story][] {
  const texts = placesOf(file.table(`${kind}Texts`), 0)
  const refs = placesOf(file.table(`${kind}Refs`), 2)
  return refs.slice(0, -1).map((ref, index) => [ref, within(file[`${kind}s`], texts[index], texts[index + 1])])
}

const boxEntry = 22
const shapeEntry = 26

function boxesOf(file: WordFile): Pick<DocReferences, 'boxes' | 'looseBoxes'> {
  const table = file.table('boxTexts')
  const places = placesOf(table, boxEntry)
  const shapes = file.table('shapes')
  const anchors = placesOf(shapes, shapeEntry)
  const anchorOf = new Map(
    anchors.slice(0, -1).map((place, index) => [shapes.readUInt32LE(4 * anchors.length + shapeEntry * index), place]),
  )
  const boxes = new Map<number, Story>()
  const looseBoxes: Story[] = []
  // The last entry is a guard without text.
  places.slice(0, -2).forEach((place, index) => {
    const shape = table.readUInt32LE(4 * places.length + boxEntry * index + 14)
    const story = within(file.boxes, place, places[index + 1])
    const anchor = anchorOf.get(shape)
    if (anchor === undefined || boxes.has(anchor)) looseBoxes.push(story)
    else boxes.set(anchor, story)
  })
  return { boxes, looseBoxes }
}

/** Finds which notes and text boxes belong to which characters of the main text. */
export const readReferences = (file: WordFile): DocReferences => ({
  notes: new Map([...notesOf(file, 'footnote'), ...notesOf(file, 'endnote')]),
  ...boxesOf(file),
})
