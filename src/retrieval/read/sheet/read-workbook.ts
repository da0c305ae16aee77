import { read, set_cptable, utils, type CellObject, type WorkBook, type WorkSheet } from '@e965/xlsx'
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { phrase } from '../../../core/phrase.ts'
import { openArchive } from '../archive/open-archive.ts'
import {
  UnreadableFile,
  type Block,
  type Quarantined,
  type ReadLimits,
  type Reader,
  type SourceFile,
  type Warning,
} from '../reading.ts'
import { findHiddenCells } from './hidden-cells.ts'
import { sheetBlocks, sheetTitle } from './sheet-blocks.ts'
import type { SheetCell } from './sheet-matrix.ts'

set_cptable(codePages)

const tidy = (text: string) =>
  text
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll(/[ \t\u00a0]+/gu, ' ')
    .trim()

/** Columns: nobody writes wider sheets for people to read. */
const widest = 300

type Row = (SheetCell | null)[]

/** The text of a cell as displayed; null for a formula whose result was never stored. */
function displayed(cell: CellObject): string | null {
  if (cell.t === 'z') return cell.f === undefined ? '' : null
  return cell.t === 'e' ? '' : tidy(cell.w ?? String(cell.v ?? ''))
}

type HiddenCells = ReadonlyMap<string, Quarantined['reason']>

/** Rows of what is displayed, what is there but cannot be seen, and how many formulas have no result. */
function valuesOf(sheet: WorkSheet, hidden: HiddenCells): { rows: Row[]; unseen: Quarantined[]; unknown: number } {
  const rows: Row[] = []
  const unseen: Quarantined[] = []
  let unknown = 0
  for (const [address, cell] of Object.entries(sheet)) {
    if (address.startsWith('!')) continue
    const { r, c } = utils.decode_cell(address)
    const text = displayed(cell as CellObject)
    const reason = hidden.get(address)
    if (text === null) unknown += 1
    else if (text !== '' && reason !== undefined)
      unseen.push({ text, reason, where: phrase('reading.where.cell', { cell: address }) })
    else if (text !== '' && c < widest) (rows[r] ??= [])[c] = { text }
  }
  const width = Math.max(0, ...Array.from(rows, (row) => row?.length ?? 0))
  const full = Array.from(rows, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? null))
  return { rows: full, unseen, unknown }
}

function fillMerged(rows: readonly Row[], sheet: WorkSheet): void {
  for (const { s, e } of sheet['!merges'] ?? []) {
    const cell = rows[s.r]?.[s.c] ?? null
    for (const row of cell === null ? [] : rows.slice(s.r, e.r + 1))
      for (let column = s.c; column <= Math.min(e.c, row.length - 1); column += 1) row[column] = cell
  }
}

const shown = <Item>(
  items: readonly Item[],
  places: readonly ({ hidden?: boolean } | undefined)[] | undefined,
): Item[] => items.filter((_, at) => places?.[at]?.hidden !== true)

/** The sheet as people see it: values as displayed, merged cells in all their places, hidden rows and columns left out. */
function matrixOf(sheet: WorkSheet, cells: HiddenCells) {
  const { rows, unseen, unknown } = valuesOf(sheet, cells)
  fillMerged(rows, sheet)
  const visible = shown(rows, sheet['!rows']).map((row) => shown(row, sheet['!cols']))
  const hidden = rows.length - visible.length + (rows[0]?.length ?? 0) - (visible[0]?.length ?? 0)
  return { rows: visible, unseen, hidden, unknown }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

interface OpenBook {
  book: WorkBook
  hidden: ReadonlyMap<string, HiddenCells>
}

async function open({ bytes }: SourceFile, limits: ReadLimits): Promise<OpenBook> {
  const archive = isZip(bytes) ? await openArchive(bytes, limits) : null
  archive?.refuseBombs()
  const hidden = archive === null ? new Map<string, HiddenCells>() : await findHiddenCells(archive)
  try {
    return {
      book: read(bytes, { type: 'array', cellStyles: true, cellNF: true, cellHTML: false, sheetRows: limits.parts }),
      hidden,
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/iu.test(message)) throw new UnreadableFile('password', phrase('reading.password'))
    throw new UnreadableFile('damaged', phrase('reading.damaged'))
  }
}

const genericName = /^(?:sheet|工作表|表)\s*\d*$/iu

interface ReadSheet {
  name: string
  title: string | null
  blocks: readonly Block[]
  warnings: readonly Warning[]
  quarantined: readonly Quarantined[]
}

function readSheet({ book, hidden: cells }: OpenBook, name: string): ReadSheet {
  const where = phrase('reading.where.sheet', { sheet: name })
  const sheet = book.Sheets[name]
  const visible = (book.Workbook?.Sheets?.find((one) => one.name === name)?.Hidden ?? 0) === 0
  if (sheet === undefined || !visible)
    return {
      name,
      title: null,
      blocks: [],
      warnings: [{ kind: 'skipped', message: phrase('reading.hidden-sheet'), where }],
      quarantined: [],
    }
  const { rows, unseen, hidden, unknown } = matrixOf(sheet, cells.get(name) ?? new Map())
  const passed = phrase('reading.hidden-rows', { count: String(hidden) })
  const open = phrase('reading.formulas', { count: String(unknown) })
  return {
    name,
    title: sheetTitle(rows),
    blocks: sheetBlocks(rows, true),
    quarantined: unseen.map((piece) => ({
      ...piece,
      where: phrase('reading.where.cell', { ...piece.where?.values, sheet: name }),
    })),
    warnings: [
      ...(hidden === 0 ? [] : [{ kind: 'skipped', message: passed, where } as const]),
      ...(unknown === 0 ? [] : [{ kind: 'incomplete', message: open, where } as const]),
    ],
  }
}

/** Reads a workbook of Excel or WPS, new or old. Each sheet stands under its name; hidden sheets, rows, columns and comments are left out. */
export const readWorkbook: Reader = async (file, limits) => {
  const opened = await open(file, limits)
  const sheets = opened.book.SheetNames.map((name) => readSheet(opened, name))
  const filled = sheets.filter(({ blocks }) => blocks.length > 0)
  const [first] = filled
  const named = first !== undefined && !genericName.test(first.name)
  return {
    title: first === undefined ? null : (first.title ?? (named ? first.name : null)),
    metadata: {},
    blocks: filled.flatMap(({ name, blocks }): Block[] =>
      genericName.test(name) && filled.length === 1
        ? [...blocks]
        : [{ kind: 'heading', level: 2, text: name }, ...blocks],
    ),
    warnings: sheets.flatMap(({ warnings }) => warnings),
    quarantined: sheets.flatMap(({ quarantined }) => quarantined),
  }
}
