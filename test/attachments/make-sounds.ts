import { secret } from './make-exif.ts'

const latin = (text: string) => Buffer.from(text, 'latin1')
const box = (type: string, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.length + 8, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, body])
}

/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz: ten frames of silence with notes before and behind them. */
export function makeMp3(): Buffer {
  const frame = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(413)])
  const note = Buffer.concat([latin('TPE1'), Buffer.from([0, 0, 0, secret.length + 1, 0, 0, 0]), latin(secret)])
  const head = Buffer.concat([latin('ID3\x03\0\0\0\0\0'), Buffer.from([note.length])])
  const tail = Buffer.alloc(128)
  tail.write(`TAG${secret}`, 'latin1')
  return Buffer.concat([head, note, ...Array<Buffer>(10).fill(frame), tail])
}

/** An MP4 container with one track; `handler` says of what: 'soun' or 'vide'. */
export function makeMp4(handler: string, brand = 'M4A '): Buffer {
  const mdia = box('mdia', box('hdlr', Buffer.alloc(8), latin(handler), Buffer.alloc(13)))
  const place = box('\xa9xyz', Buffer.from([0, 18, 0x15, 0xc7]), latin('+30.2500+120.1500/'))
  const moov = box('moov', box('trak', mdia), box('udta', place, latin(secret)))
  return Buffer.concat([
    box('ftyp', latin(`${brand}\0\0\0\0${brand}isom`)),
    moov,
    box('mdat', Buffer.alloc(64, 1)),
    box('uuid', latin(secret)),
  ])
}

const riff = (type: string, data: Buffer) => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32LE(data.length, 4)
  return Buffer.concat([head, data])
}

export function makeWav(): Buffer {
  const format = Buffer.from('01000100401f0000803e000002001000', 'hex')
  const chunks = [riff('fmt ', format), riff('LIST', latin(`INFOIART${secret}`)), riff('data', Buffer.alloc(80))]
  return riff('RIFF', Buffer.concat([latin('WAVE'), ...chunks]))
}

/** One page with the first packet of Opus. */
export const makeOgg = (): Buffer =>
  Buffer.concat([
    latin('OggS\0\x02'),
    Buffer.alloc(20),
    Buffer.from([1, 19]),
    latin('OpusHead\x01\x01\x38\x01\x80\xbb\0\0\0\0\0'),
    Buffer.alloc(32),
  ])

export const makeAmr = (): Buffer => Buffer.concat([latin('#!AMR\n'), Buffer.alloc(64, 0x3c)])

/** Two frames of AAC in ADTS. */
export const makeAac = (): Buffer => {
  const frame = Buffer.concat([Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc]), Buffer.alloc(9)])
  return Buffer.concat([frame, frame, frame, frame])
}

const element = (id: string, data: Uint8Array) =>
  Buffer.concat([Buffer.from(id, 'hex'), Buffer.from([0x80 | data.length]), data])

/** WebM as browsers record it: of unknown length, with one track of the given type (1: picture, 2: sound). */
export const makeWebm = (trackType: number): Buffer =>
  Buffer.concat([
    element('1a45dfa3', element('4282', latin('webm'))),
    Buffer.from('18538067', 'hex'),
    Buffer.from('01ffffffffffffff', 'hex'),
    element('1549a966', Buffer.alloc(4)),
    element(
      '1654ae6b',
      element('ae', Buffer.concat([element('d7', Buffer.from([1])), element('83', Buffer.from([trackType]))])),
    ),
    Buffer.alloc(40),
  ])
