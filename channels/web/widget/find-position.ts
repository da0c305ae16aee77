import type { Wire } from '../wire.ts'

export type Position = { kind: 'found'; place: Wire['place'] } | { kind: 'refused' | 'unknown' | 'impossible' }

const options: PositionOptions = { enableHighAccuracy: true, timeout: 20_000, maximumAge: 60_000 }
/** About a metre. */
const decimals = 5

/** Where the device says that it is; asks for leave. Never rejects. */
export function findPosition(): Promise<Position> {
  if (!('geolocation' in navigator) || !globalThis.isSecureContext) return Promise.resolve({ kind: 'impossible' })
  const rounded = (degrees: number) => Number(degrees.toFixed(decimals))
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) =>
        resolve({ kind: 'found', place: { latitude: rounded(latitude), longitude: rounded(longitude) } }),
      ({ code, PERMISSION_DENIED }) => resolve({ kind: code === PERMISSION_DENIED ? 'refused' : 'unknown' }),
      options,
    )
  })
}
