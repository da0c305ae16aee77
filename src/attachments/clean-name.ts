import { endingsOf, kindOf, type FileType } from './file-types.ts'

const longest = 80
/** Controls, marks that turn the direction of writing ("gpj.exe" read backwards), and what file systems forbid. */
const unfit = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}<>:"|?*\\/%]/gu

const cut = (text: string, length: number) => [...text].slice(0, length).join('')

/** A name that is safe to show and to save under: no path, nothing invisible, not too long, and the ending of what the file is. */
export function cleanName(name: string, type: FileType): string {
  const last = name.normalize('NFC').split(/[\\/]/u).at(-1) ?? ''
  const bare = last
    .replaceAll(unfit, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[.\s]+|[.\s]+$/gu, '')
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(bare)?.[1] ?? ''
  const endings = endingsOf(type)
  const fits = endings.includes(ending.toLowerCase())
  const stem = cut(fits ? bare.slice(0, -ending.length - 1) : bare, longest).trim()
  return `${stem === '' ? kindOf(type) : stem}.${fits ? ending.toLowerCase() : (endings[0] ?? '')}`
}
