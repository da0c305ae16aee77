import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

const places = [
  '甲',
  '乙',
  '丙',
  '丁',
  '戊',
  '己',
  '庚',
  '辛',
  '壬',
  '癸',
  '子',
  '丑',
  '寅',
  '卯',
  '辰',
  '巳',
  '午',
  '未',
  '申',
  '酉',
]

/** Changes a document so that it is another city's: its names and its numbers differ, so no passage is the same as another. */
function resettle(text: string, copy: number): string {
  const place = places[copy % places.length] ?? '甲'
  return text
    .replaceAll('云汀', `${place}川`)
    .replaceAll('滨江', `${place}东`)
    .replaceAll('云麓', `${place}西`)
    .replaceAll('青禾', `${place}山`)
    .replaceAll('Yunting', `Town${copy}`)
    .replaceAll(/(?<=[\u4e00-\u9fff])(\d{2,4})(?=元)/gu, (amount) => String(Number(amount) + copy))
}

/**
 * Makes a folder that holds the demonstration knowledge and as many resettled copies of its Markdown documents as are needed for about
 * `passages` passages, given how many the demonstration has.
 */
export async function makeFolder(from: string, to: string, passages: number, have: number): Promise<void> {
  await mkdir(to, { recursive: true })
  await cp(from, to, { recursive: true })
  const entries = await readdir(from, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => relative(from, join(entry.parentPath, entry.name)))
  const copies = Math.max(0, Math.ceil(passages / Math.max(1, have)) - 1)
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const file of files) {
      const target = join(to, `copy-${copy}`, resettle(file, copy))
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, resettle(await readFile(join(from, file), 'utf8'), copy))
    }
  }
}
