import { z } from 'zod'
import type { Department } from '../core/dispatch.ts'
import { parseRegion } from '../core/region.ts'
import type { Located } from './located.ts'
import { parseRecords, type TextFile } from './parse-records.ts'

const shape = z
  .object({
    id: z.string().regex(/^[a-z\d][a-z\d-]*$/u),
    name: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
    kind: z.enum(['city', 'district', 'utility', 'state', 'outside']),
    region: z.string().transform(parseRegion),
    duties: z.object({ zh: z.array(z.string()), en: z.array(z.string()) }),
    telephone: z.string(),
    hours: z.string(),
  })
  .strict()

/** Reads knowledge/departments.yaml. */
export const parseDepartments = (file: TextFile): Located<Department>[] => parseRecords<Department>(file, shape)
