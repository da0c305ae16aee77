import exifr from 'exifr'
import type { GeoPoint } from '../../core/message.ts'

const upright = 1

/** How a picture is to be turned, 1 to 8 as Exif counts; 1 where its data says nothing that can be read. */
export async function readOrientation(exif: Uint8Array): Promise<number> {
  const found = await exifr.orientation(Buffer.from(exif)).catch(() => undefined)
  return found !== undefined && Number.isInteger(found) && found >= 1 && found <= 8 ? found : upright
}

/** Where a picture was taken; null where its data does not say, or says what no receiver says (0, 0: it had not found itself yet). */
export async function readPoint(exif: Uint8Array): Promise<GeoPoint | null> {
  const found = await exifr.gps(Buffer.from(exif)).catch(() => undefined)
  const { latitude = Number.NaN, longitude = Number.NaN } = found ?? {}
  const valid = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && (latitude !== 0 || longitude !== 0)
  return valid ? { latitude, longitude } : null
}

/** Exif data that says only how to turn the picture; null where it stands upright. */
export function onlyOrientation(orientation: number): Buffer | null {
  if (orientation === upright) return null
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
