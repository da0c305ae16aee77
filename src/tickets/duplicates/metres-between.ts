import type { GeoPoint } from '../../core/message.ts'

const radians = (degrees: number) => (degrees * Math.PI) / 180
const earthRadius = 6_371_000

/** The distance of two points in metres, on a sphere. */
export function metresBetween(a: GeoPoint, b: GeoPoint): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const chord =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}
