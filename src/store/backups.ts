import { closeSync, openSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Clock } from '../core/clock.ts'
import type { Engine } from './engine.ts'

const kept = 5

/** '2026-11-23T07:02:00.000Z' → '20261123T070200Z' */
const stamp = (at: Date): string => `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`

/**
 * Copies the database's file beside itself, named with the version it has and the time: `civicline.sqlite.v1.20261123T070200Z.backup`.
 * The last five are kept. Returns the copy's path.
 */
export async function backUpFile(file: NonNullable<Engine['file']>, version: number, clock: Clock): Promise<string> {
  const target = `${file.path}.v${version}.${stamp(clock())}.backup`
  const unfinished = `${target}.unfinished`
  closeSync(openSync(unfinished, 'w', 0o600))
  await file.copyTo(unfinished)
  await rename(unfinished, target)
  await removeOldBackups(file.path)
  return target
}

async function removeOldBackups(path: string): Promise<void> {
  const begin = `${basename(path)}.v`
  const timeOf = (name: string) => /^\d+\.(\d{8}T\d{6}Z)\.backup$/.exec(name.slice(begin.length))?.[1]
  const backups = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(begin))
    .flatMap((name) => {
      const time = timeOf(name)
      return time === undefined ? [] : [{ name, time }]
    })
    .sort((a, b) => (a.time < b.time ? 1 : -1))
  await Promise.all(backups.slice(kept).map(({ name }) => rm(join(dirname(path), name))))
}
