import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectFolder } from '../../src/load-data.ts'
import { dispatchCase, type DispatchCase } from './dispatch-case.ts'

/** The written demands, those held out among them. */
export async function readCases(): Promise<DispatchCase[]> {
  const text = await readFile(join(projectFolder, 'evals/dispatch/cases.jsonl'), 'utf8')
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => dispatchCase.parse(JSON.parse(line)))
}
