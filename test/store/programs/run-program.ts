import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('work-until-killed.ts', import.meta.url))

export interface Told {
  accepted: string[]
  /** Message and ticket number. */
  settled: (readonly [string, string])[]
  failed: string | null
}

interface WorkOptions {
  url: string
  dataFolder: string
  run: string
  /** Kills the program without warning this long after its first answer, milliseconds; null lets it work until the store fails. */
  killAfter: number | null
  /** Most blocks of 512 bytes a file may have, as the operating system enforces it; null for no limit. */
  fileLimit?: number
}

/** Runs the program until its end and returns what it has told. */
export function runWorkUntilKilled({ url, dataFolder, run, killAfter, fileLimit }: WorkOptions): Promise<Told> {
  const limit = fileLimit === undefined ? '' : `ulimit -f ${fileLimit} && `
  const child = spawn('sh', [
    '-c',
    `${limit}exec "$0" "$@"`,
    process.execPath,
    '--import',
    'tsx',
    program,
    url,
    dataFolder,
    run,
  ])
  const told: Told = { accepted: [], settled: [], failed: null }
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => {
    const [what, message = '', number = ''] = line.split(' ')
    if (what === 'ready' && killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter)
    if (what === 'accepted') told.accepted.push(message)
    if (what === 'settled') told.settled.push([message, number])
    if (what === 'failed') told.failed = line.slice('failed '.length)
  })
  const errors: string[] = []
  child.stderr.on('data', (text: Buffer) => errors.push(text.toString()))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (_code, signal) => {
      if (signal === 'SIGKILL' || told.failed !== null) resolve(told)
      else reject(new Error(`The program ended by itself:\n${errors.join('')}`))
    })
  })
}
