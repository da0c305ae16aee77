// Brings a fresh clone, or one after an update, to the point where it can run. Plain JavaScript: it runs before anything is installed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { operatorLanguage } from './operator-language.mjs'
import { tellOperator } from './tell-operator.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const oldestNode = [20, 19]

/** @param {...(string | Buffer)} parts */
const hashOf = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')

/** @param {string} folder @returns {string[]} */
const filesUnder = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .filter((path) => !/[\\/](?:dist|node_modules)[\\/]/.test(path))
    .sort()

/**
 * Runs an npm command with its output shown, or kept back unless it fails. All of it goes to standard error: what a command prints stays clean.
 * @param {string[]} words @param {boolean} quiet
 */
function npm(words, quiet) {
  const result = spawnSync('npm', words, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', process.stderr.fd, process.stderr.fd],
    shell: process.platform === 'win32',
  })
  if (result.status === 0) return
  if (quiet) process.stderr.write(`${result.stdout}${result.stderr}`)
  throw new Error(
    tellOperator(operatorLanguage(process.env))('operator.npm-failed', { command: `npm ${words.join(' ')}` }),
  )
}

/**
 * Does a piece of set-up when its mark is missing or was left by other inputs.
 * @param {string} mark @param {string} state @param {() => void} work
 */
function once(mark, state, work) {
  if (existsSync(mark) && readFileSync(mark, 'utf8') === state) return
  work()
  mkdirSync(join(mark, '..'), { recursive: true })
  writeFileSync(mark, state)
}

/** Installs the packages and builds the front end, where either is missing or out of date. */
export function setUp() {
  const tell = tellOperator(operatorLanguage(process.env))
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < (oldestNode[0] ?? 0) || (major === oldestNode[0] && minor < (oldestNode[1] ?? 0)))
    throw new Error(tell('operator.old-node', { needed: oldestNode.join('.'), found: process.versions.node }))
  const lock = readFileSync(join(root, 'package-lock.json'))
  // A folder that is a link belongs to somebody else, who keeps it up to date.
  const linked = lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink() === true
  const install = linked ? () => undefined : once
  install(join(root, 'node_modules', '.civicline-installed'), hashOf(lock, process.versions.modules), () => {
    console.error(`${tell('operator.installing')} …`)
    npm(['ci', '--no-audit', '--no-fund'], false)
  })
  // The widget carries its words, so that it can speak without a connection.
  const words = ['zh', 'en'].map((language) => join(root, 'prompts', `phrases.${language}.json`))
  const sources = [
    ...filesUnder(join(root, 'channels', 'web', 'widget')),
    join(root, 'channels', 'web', 'marked-pieces.ts'),
    ...words,
  ]
  once(
    join(root, 'channels', 'web', 'widget', 'dist', '.built'),
    hashOf(...sources.flatMap((path) => [path, readFileSync(path)]), lock),
    () => {
      console.error(`${tell('operator.building-chat')} …`)
      npm(['run', '--silent', 'build'], true)
    },
  )
}

/** Takes settings from a .env file beside package.json; what the environment already says wins. */
export function loadSettings() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile?.(file)
}
