import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { makeJpeg } from '../../attachments/make-pictures.ts'
import { jurisdiction, lights, openCity } from './open-city.ts'
import * as spec from './specification.ts'

/** `pip install three georeport`, for the Python that PYTHON names or the one in the path; without them this is skipped. */
const python = process.env['PYTHON'] ?? 'python3'
const there =
  spawnSync(python, ['-c', 'import itertools; itertools.ifilter = filter; import three, georeport']).status === 0

const both = <Shape extends z.ZodType>(shape: Shape) => z.object({ json: shape, xml: shape })
const numbers = z.array(z.string())
const seen = z.object({
  discovery: spec.discovery,
  services: z.int().min(300),
  posted: z.array(spec.created).length(1),
  with_photo: z.array(spec.created).length(1),
  refused: z.array(spec.error).length(1),
  by_three: z.array(spec.request).length(1),
  open: numbers,
  between: z.array(spec.request).length(1),
  definition: z.object({ json: spec.definition, xml: z.object({ service_code: z.string() }) }),
  names: both(z.array(z.string())),
  read: both(z.object({ service_request_id: z.string(), status: z.string(), requested_datetime: z.string() })),
  listed: both(numbers),
})

it.skipIf(!there)(
  'lets clients that others wrote file requests, with media, and follow them in JSON and XML',
  async () => {
    const city = await openCity()
    const folder = await mkdtemp(join(tmpdir(), 'open311-'))
    try {
      const photo = join(folder, 'photo.jpg')
      await writeFile(photo, makeJpeg())
      const program = fileURLToPath(new URL('clients/follow-request.py', import.meta.url))
      const key = await city.key('open311:write')
      const run = promisify(execFile)
      const { stdout } = await run(python, [program, city.base, key, jurisdiction, lights, photo])
      const told = seen.parse(JSON.parse(stdout))
      const [number, other] = [told.posted, told.with_photo].map(([each]) => each?.service_request_id ?? '')
      expect(told.open).toEqual([other, number])
      expect(told.between[0]?.service_request_id).toBe(other)
      expect(told.refused[0]?.code).toBe(403)
      expect(told.names.xml).toEqual(told.names.json)
      expect(told.read.xml).toMatchObject({ service_request_id: number, status: 'open' })
      expect(told.read.xml.requested_datetime).toBe(told.read.json.requested_datetime)
      expect(told.listed.json).toEqual([other, number])
      expect(told.listed.xml).toEqual(told.listed.json)
      const { draft } = (await city.store.cases.case(other ?? '')) ?? expect.fail()
      expect(draft).toMatchObject({
        contact: { name: 'Ming Wang' },
        attachments: [{ kind: 'photo', type: 'image/jpeg' }],
      })
    } finally {
      await rm(folder, { recursive: true })
      await city.close()
    }
  },
)
