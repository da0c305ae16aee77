import { z } from 'zod'
import type { WriterMark } from '../../core/draft.ts'
import { languages } from '../../core/language.ts'
import type { Address, GeoPoint, Media } from '../../core/message.ts'
import type { Phrase } from '../../core/phrase.ts'
import type { Region } from '../../core/region.ts'
import { shapeOf } from './shape-of.ts'

export const languageShape = z.enum(languages)

export const regionShape = shapeOf<Region>()(z.array(z.string()).readonly())

export const addressShape = shapeOf<Address>()(
  z.object({ channel: z.string(), user: z.string(), thread: z.string().exactOptional() }),
)

export const placeShape = shapeOf<GeoPoint>()(z.object({ latitude: z.number(), longitude: z.number() }))

export const mediaShape = shapeOf<Media>()(
  z.object({
    kind: z.enum(['photo', 'audio', 'document']),
    name: z.string(),
    type: z.string(),
    bytes: z.number(),
    url: z.string(),
  }),
)

export const phraseShape = shapeOf<Phrase>()(
  z.object({ id: z.string(), values: z.record(z.string(), z.string()).readonly() }),
)

export const writerMarkShape = shapeOf<WriterMark>()(
  z.object({ name: z.string(), model: z.string().nullable(), promptVersion: z.string().nullable() }),
)

/** A score or duration. JSON has no infinite and undefined numbers and writes null for them; they are read as 0. */
export const figureShape = z
  .number()
  .nullable()
  .transform((figure) => figure ?? 0)
