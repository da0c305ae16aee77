import { describe, expect, it } from 'vitest'
import { openArchive } from '../../../../src/retrieval/read/archive/open-archive.ts'
import { makeZip } from '../make-zip.ts'
import { limits } from '../limits.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const gbk = (hex: string) => Buffer.from(hex, 'hex')

describe('an archive', () => {
  it('lists its files in order and unpacks them', async () => {
    const archive = await openArchive(
      makeZip([
        { name: '政策/', bytes: '' },
        { name: '政策/一.txt', bytes: '第一条' },
        { name: '二.txt', bytes: '第二条' },
      ]),
      limits,
    )
    expect(archive.names).toEqual(['政策/一.txt', '二.txt'])
    expect(text(await archive.read('政策/一.txt'))).toBe('第一条')
  })

  it('reads names that Chinese Windows wrote in GBK without saying so', async () => {
    const archive = await openArchive(makeZip([{ name: gbk('cad5b7d1b1ed2e747874'), bytes: '收费' }]), limits)
    expect(archive.names).toEqual(['收费表.txt'])
  })

  it('keeps names that point out of it apart and never reads them', async () => {
    const names = ['../../escape.txt', '/etc/passwd', 'C:\\x.txt', 'a/../../b.txt', 'good.txt']
    const archive = await openArchive(makeZip(names.map((name) => ({ name, bytes: name }))), limits)
    expect(archive.names).toEqual(['good.txt'])
    expect(archive.unsafeNames).toHaveLength(4)
    await expect(archive.read('../../escape.txt')).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('refuses a part that grows beyond the ratio', async () => {
    const archive = await openArchive(makeZip([{ name: 'zeros', bytes: Buffer.alloc(8_000_000) }]), limits)
    await expect(archive.read('zeros')).rejects.toMatchObject({ reason: 'bomb' })
  })

  it('refuses to unpack more in all than is allowed', async () => {
    const half = Buffer.alloc(600, 'a')
    const bytes = makeZip([
      { name: 'a', bytes: half },
      { name: 'b', bytes: half },
    ])
    const archive = await openArchive(bytes, { ...limits, unpackedBytes: 1000 })
    expect(await archive.read('a')).toHaveLength(600)
    await expect(archive.read('b')).rejects.toMatchObject({ reason: 'bomb' })
  })

  it('refuses a part whose content is longer than it declares', async () => {
    const bytes = Buffer.from(makeZip([{ name: 'liar', bytes: Buffer.alloc(100_000) }]))
    const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt32LE(10, central + 24)
    const archive = await openArchive(bytes, limits)
    await expect(archive.read('liar')).rejects.toMatchObject({ reason: 'damaged' })
  })

  it('refuses more files than are allowed', async () => {
    const parts = Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, bytes: 'x' }))
    await expect(openArchive(makeZip(parts), { ...limits, entries: 4 })).rejects.toMatchObject({ reason: 'bomb' })
  })

  it('says that a locked part needs a password', async () => {
    const archive = await openArchive(makeZip([{ name: 'a', bytes: 'x', encrypted: true }]), limits)
    await expect(archive.read('a')).rejects.toMatchObject({ reason: 'password' })
  })

  it('says that an archive cut short is damaged', async () => {
    const whole = makeZip([{ name: 'a', bytes: 'x'.repeat(1000) }])
    await expect(openArchive(whole.subarray(0, 60), limits)).rejects.toMatchObject({ reason: 'damaged' })
  })
})
