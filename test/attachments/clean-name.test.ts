import { describe, expect, it } from 'vitest'
import { cleanName } from '../../src/attachments/clean-name.ts'

const cases: Readonly<Record<string, readonly [string, string]>> = {
  'stays as it is': ['积水 3号楼.jpg', '积水 3号楼.jpg'],
  'keeps another ending of the same type, in small letters': ['IMG_2031.JPEG', 'IMG_2031.jpeg'],
  'gets the ending of what the file is': ['notes.exe', 'notes.exe.jpg'],
  'loses a path': ['../../etc/passwd', 'passwd.jpg'],
  'loses a path of Windows': ['C:\\Users\\li\\desk.jpg', 'desk.jpg'],
  'loses line breaks and zeros, so that no header can be broken': ['a\r\nSet-Cookie: x=1\0.jpg', 'aSet-Cookie x=1.jpg'],
  'loses marks that turn the direction of writing': ['photo\u202egpj.exe', 'photogpj.exe.jpg'],
  'loses quotes and angle brackets': ['"><img src=x>.jpg', 'img src=x.jpg'],
  'is not hidden': ['.htaccess', 'htaccess.jpg'],
  'is made where there is none': ['', 'photo.jpg'],
  'is made where nothing of it is left': ['///...', 'photo.jpg'],
}

describe('the name of a file', () => {
  it.each(Object.entries(cases))('%s', (_, [name, clean]) => {
    expect(cleanName(name, 'image/jpeg')).toBe(clean)
  })

  it('is cut to eighty characters before its ending, and no character is halved', () => {
    const clean = cleanName(`${'👷🏽'.repeat(100)}.jpg`, 'image/jpeg')
    expect([...clean]).toHaveLength(84)
    expect(clean).not.toMatch(/\p{Cs}/u)
  })
})
