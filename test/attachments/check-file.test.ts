import { describe, expect, it } from 'vitest'
import { checkFile } from '../../src/attachments/check-file.ts'
import { makeArchive, makeDocx, makeOfd, makeOle, makePdf, makeXlsx } from './make-documents.ts'
import { secret } from './make-exif.ts'
import { makeGif, makeHeic, makeJpeg, makePng, makeWebp } from './make-pictures.ts'
import { makeAac, makeAmr, makeMp3, makeMp4, makeOgg, makeWav, makeWebm } from './make-sounds.ts'

const check = (content: Uint8Array, name = 'file') => checkFile({ name, content })
const fault = (fault: string) => ({ name: 'UnfitFile', fault })

const office = 'application/vnd.openxmlformats-officedocument'
const taken: Readonly<Record<string, readonly [Uint8Array, string, string]>> = {
  JPEG: [makeJpeg(), 'photo', 'image/jpeg'],
  PNG: [makePng(), 'photo', 'image/png'],
  WebP: [makeWebp(), 'photo', 'image/webp'],
  'plain WebP': [makeWebp({ noted: false }), 'photo', 'image/webp'],
  HEIC: [makeHeic(), 'photo', 'image/heic'],
  GIF: [makeGif(), 'photo', 'image/gif'],
  MP3: [makeMp3(), 'audio', 'audio/mpeg'],
  M4A: [makeMp4('soun'), 'audio', 'audio/mp4'],
  'sound in a container of films': [makeMp4('soun', 'isom'), 'audio', 'audio/mp4'],
  AAC: [makeAac(), 'audio', 'audio/aac'],
  WAV: [makeWav(), 'audio', 'audio/wav'],
  'OGG with Opus': [makeOgg(), 'audio', 'audio/ogg'],
  AMR: [makeAmr(), 'audio', 'audio/amr'],
  'WebM with sound': [makeWebm(2), 'audio', 'audio/webm'],
  PDF: [makePdf(), 'document', 'application/pdf'],
  DOCX: [makeDocx(), 'document', `${office}.wordprocessingml.document`],
  XLSX: [makeXlsx(), 'document', `${office}.spreadsheetml.sheet`],
  OFD: [makeOfd(), 'document', 'application/ofd'],
  DOC: [makeOle('WordDocument'), 'document', 'application/msword'],
  XLS: [makeOle('Workbook'), 'document', 'application/vnd.ms-excel'],
  text: [Buffer.from('新河路 8 号路灯坏了。\n'), 'document', 'text/plain'],
}

const refused: Readonly<Record<string, readonly [Uint8Array, string]>> = {
  'an empty file': [new Uint8Array(), 'empty'],
  'a film': [makeMp4('vide', 'isom'), 'type'],
  'a film in WebM': [makeWebm(1), 'type'],
  'any ZIP archive': [makeArchive(), 'type'],
  'an OLE file of another program': [makeOle('PowerPoint Document'), 'type'],
  'a program for Windows': [Buffer.from(`MZ${'\x90\0\x03\0'.repeat(40)}`, 'latin1'), 'type'],
  'a program for Linux': [Buffer.from(`\x7fELF\x02\x01\x01${'\0'.repeat(60)}`, 'latin1'), 'type'],
  'a script': [Buffer.from('#!/bin/sh\nrm -rf /\n'), 'type'],
  'a web page': [Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'type'],
  'a drawing with scripts': [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'type',
  ],
  noise: [Uint8Array.from({ length: 999 }, (_, index) => (index * 131 + (index >> 3) * 17) % 256), 'type'],
  'a document of Word with macros': [makeDocx([{ name: 'word/vbaProject.bin', bytes: 'x' }]), 'macros'],
  'an old document of Word with macros': [makeOle('WordDocument', 'Macros', 'VBA'), 'macros'],
  'a document with a password': [makeOle('EncryptionInfo', 'EncryptedPackage'), 'locked'],
  'a document with a locked part': [makeDocx([{ name: 'word/a.xml', bytes: 'x', encrypted: true }]), 'locked'],
  'a PDF that broke off': [makePdf().subarray(0, 40), 'damaged'],
  'a JPEG that broke off': [makeJpeg().subarray(0, 400), 'damaged'],
  'a PNG that broke off': [makePng().subarray(0, -20), 'damaged'],
  'a WebP that broke off': [makeWebp().subarray(0, 60), 'damaged'],
  'a GIF that broke off': [makeGif().subarray(0, 30), 'damaged'],
  'a HEIC that broke off': [makeHeic().subarray(0, 300), 'damaged'],
  'an M4A that broke off': [makeMp4('soun').subarray(0, 80), 'damaged'],
}

describe('checking a file', () => {
  it.each(Object.entries(taken))('takes %s for what it is', async (_, [content, kind, type]) => {
    expect(await check(content)).toMatchObject({ kind, type })
  })

  it.each(Object.entries(refused))('refuses %s', async (_, [content, why]) => {
    await expect(check(content)).rejects.toMatchObject(fault(why))
  })

  it('believes no name: what the file is counts, and its name says it', async () => {
    expect(await check(makeJpeg(), '发票.pdf')).toMatchObject({ type: 'image/jpeg', name: '发票.pdf.jpg' })
    expect(await check(makePdf(), 'photo.JPG')).toMatchObject({ type: 'application/pdf', name: 'photo.JPG.pdf' })
    await expect(check(Buffer.from('<html><body>'), 'photo.jpg')).rejects.toMatchObject(fault('type'))
  })

  it.each(['gb18030', 'utf-16le'])('keeps a text in %s as UTF-8', async (encoding) => {
    const gb = Buffer.from('c2b7b5c6bbb5c1cba1a3', 'hex')
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('路灯坏了。', 'utf16le')])
    const { content } = await check(encoding === 'gb18030' ? gb : wide)
    expect(Buffer.from(content).toString()).toBe('路灯坏了。')
  })

  it('takes the owner and the place out of recordings too', async () => {
    for (const content of [makeMp3(), makeMp4('soun'), makeWav()]) {
      const kept = Buffer.from((await check(content)).content)
      expect(kept.includes(secret)).toBe(false)
      expect(kept.includes('+30.2500')).toBe(false)
    }
  })
})
