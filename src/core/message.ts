import type { Language } from './language.ts'

/** Where to reach one person in one channel, now or next week. */
export interface Address {
  channel: string
  user: string
  thread?: string
}

/** A point on the earth, WGS 84, in degrees. */
export interface GeoPoint {
  latitude: number
  longitude: number
}

export interface Media {
  kind: 'photo' | 'audio' | 'document'
  name: string
  type: string
  bytes: number
  url: string
}

/** What a person sent, whatever the channel. `id` is unique in its channel: the same id twice is the same message. */
export interface Message {
  id: string
  conversation: string
  from: Address
  at: Date
  text: string
  media: readonly Media[]
  place: GeoPoint | null
  spoken: boolean
  language: Language
}

/** Whether a message has a file or a place and says no word. */
export const isWordless = ({ text, media, place }: Message): boolean =>
  text.trim() === '' && (media.length > 0 || place !== null)
