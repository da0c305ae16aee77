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
 * The last five are kept; half a copy never has such a name. Returns the copy's path.
 */
export async function backUpFile(file: NonNullable<Engine['file']>, version: number, clock: Clock): Promise<string> {
  const target = `${file.path}.v${version}.${stamp(clock())}.backup`
  const unfinished = `${target}.unfinished`
  closeSync(openSync(unfinished, 'w', 0o600))
  try {
    await file.copyTo(unfinished)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await rename(unfinished, target)
  await removeOldBackups(file.path)
  return target
}

/** Removes all but the last backups, and what a crash left unfinished. */
async function removeOldBackups(path: string): Promise<void> {
  const begin = `${basename(path)}.v`
  const copies = (await readdir(dirname(path)))
    .filter((name) => name.startsWith(begin))
    .flatMap((name) => {
      const [, time, unfinished] = /^\d+\.(\d{8}T\d{6}Z)\.backup(\.unfinished)?$/.exec(name.slice(begin.length)) ?? []
      return time === undefined ? [] : [{ name, time, finished: unfinished === undefined }]
    })
  const backups = copies.filter(({ finished }) => finished).sort((a, b) => (a.time < b.time ? 1 : -1))
  const old = [...backups.slice(kept), ...copies.filter(({ finished }) => !finished)]
  await Promise.all(old.map(({ name }) => rm(join(dirname(path), name), { force: true })))
}
