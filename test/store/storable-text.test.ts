import { describe, expect, it } from 'vitest'
import { fromStorable, toStorable } from '../../src/store/storable-text.ts'

describe('storable text', () => {
  it('is the text itself where any database can keep it', () => {
    for (const text of ['', '医保断缴', '👩🏽‍🦽‍➡️ 𠮷 𰻞', 'a\\b\t\r\n\u001b', '\uffff\ufeff'])
      expect(toStorable(text)).toBe(text)
  })

  it('has no character that a database refuses, and gives back the text, whatever it is', () => {
    const units = [0, 0x1a, 0x30, 0x61, 0xd83d, 0xde00, 0xdfff, 0x4e2d]
    for (let number = 0; number < units.length ** 4; number++) {
      const text = [0, 1, 2, 3]
        .map((place) => String.fromCharCode(units[Math.floor(number / units.length ** place) % units.length] ?? 0))
        .join('')
      const stored = toStorable(text)
      expect(stored).not.toContain('\0')
      expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored)
      expect(fromStorable(stored)).toBe(text)
    }
  })
})
