import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { DeskRecord } from '../core/desk-cases.ts'
import type { DeskEvent } from '../core/desk.ts'
import { json, moment, reader } from './rows.ts'
import { deskCaseShape, deskEventShape } from './shapes/desk-shape.ts'
import type { DeskCaseTable, DeskEventTable } from './tables.ts'

const caseRow = z
  .object({ version: z.number(), body: json(deskCaseShape) })
  .transform(({ version, body }): DeskRecord => ({ case: body, version }))

export const readDeskCase = reader<Selectable<DeskCaseTable>, DeskRecord>('desk_cases', caseRow)

const eventRow = z
  .object({
    at: moment,
    role: z.string(),
    actor: z.string().nullable(),
    kind: z.string(),
    body: json(z.looseObject({})),
  })
  .transform(({ at, role, actor, kind, body }): unknown => ({
    ...body,
    at,
    by: actor === null ? { role } : { role, id: actor },
    kind,
  }))
  .pipe(deskEventShape)

export const readDeskEvent = reader<Selectable<DeskEventTable>, DeskEvent>('desk_events', eventRow)
