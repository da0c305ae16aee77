import { existsSync } from 'node:fs'
import type { Tell } from '../tell-operator.mjs'

/** Throws in the operator's words where the place that documents are to come from is not there. */
export function needFolder(folder: string, tell: Tell): string {
  if (!existsSync(folder)) throw new Error(tell('operator.folder.missing', { folder }))
  return folder
}
