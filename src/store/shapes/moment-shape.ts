import { z } from 'zod'

/** A moment as JSON writes it. */
export const momentShape = z.iso.datetime().transform((text) => new Date(text))
