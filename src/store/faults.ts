import type { Fault } from './engine.ts'

type Meaning = Omit<Fault, 'message'> & { words: string }

const once = (reason: Fault['reason'], words: string): Meaning => ({ reason, words, mayTryAgain: false })
const again = (reason: Fault['reason'], words: string): Meaning => ({ reason, words, mayTryAgain: true })

const locked = again('busy', 'is locked by another process')
const full = once('full', 'has no space left: free some on its disk')
const readOnly = once('read-only', 'cannot be written: check the rights of its folder and the mount')
const damaged = once('damaged', 'is damaged or no database: restore a backup')
const unreadable = once('unreachable', 'cannot be read or written by the operating system')

const unopened = once('unreachable', 'cannot be opened: check that its folder exists and may be written')

/**
 * Primary result codes of SQLite, https://www.sqlite.org/rescode.html, where extended ones (SQLITE_IOERR_FSYNC) begin with them; and
 * codes of Node's file system.
 */
const fileCodes: Readonly<Record<string, Meaning>> = {
  SQLITE_BUSY: locked,
  SQLITE_LOCKED: locked,
  SQLITE_FULL: full,
  SQLITE_READONLY: readOnly,
  SQLITE_PERM: readOnly,
  SQLITE_CANTOPEN: unopened,
  SQLITE_IOERR: unreadable,
  SQLITE_NOLFS: unreadable,
  SQLITE_PROTOCOL: locked,
  SQLITE_CORRUPT: damaged,
  SQLITE_NOTADB: damaged,
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOSPC: full,
  ENOENT: unopened,
  ENOTDIR: unopened,
  EISDIR: unopened,
  EEXIST: unopened,
  EIO: unreadable,
}

const lost = once('unreachable', 'ended the connection')
const absent = again('unreachable', 'does not accept connections')

/**
 * SQLSTATE codes and classes, https://www.postgresql.org/docs/current/errcodes-appendix.html, and codes of Node's sockets. The longest
 * beginning decides.
 */
const serverCodes: Readonly<Record<string, Meaning>> = {
  '08': lost,
  '57P01': lost,
  '57P02': lost,
  '57P03': absent,
  '53': once('full', 'lacks memory or disk space'),
  '53300': again('busy', 'has no connection left'),
  '40001': again('busy', 'had to undo the work because other work crossed it'),
  '40P01': again('busy', 'had to undo the work because other work crossed it'),
  '55P03': again('busy', 'is locked by another process'),
  '57014': once('busy', 'took too long'),
  '25006': once('read-only', 'accepts no changes: it is a standby or set read-only'),
  '28': once('refused', 'refuses this user or password'),
  '3D000': once('refused', 'has no database of this name: create it'),
  '42501': once('refused', 'does not give this user the rights it needs'),
  '58': once('unreachable', 'cannot read or write its files'),
  XX001: damaged,
  XX002: damaged,
  ECONNREFUSED: absent,
  ENOENT: absent,
  ENOTFOUND: once('unreachable', 'has a name that cannot be resolved'),
  EAI_AGAIN: again('unreachable', 'has a name that cannot be resolved now'),
  EHOSTUNREACH: again('unreachable', 'cannot be reached over the network'),
  ENETUNREACH: again('unreachable', 'cannot be reached over the network'),
  ETIMEDOUT: lost,
  ECONNRESET: lost,
  EPIPE: lost,
}

/** Errors that the driver of PostgreSQL makes itself and gives no code. */
const serverSentences: readonly (readonly [RegExp, Meaning])[] = [
  [
    /timeout exceeded when trying to connect|timeout expired/,
    again('unreachable', 'does not accept a connection in time'),
  ],
  [/Query read timeout/, once('unreachable', 'does not answer in time')],
  [/Connection terminated|connection error and is not queryable|Client was closed/, lost],
  [/does not support SSL|SASL|no pg_hba/, once('refused', 'and this program do not agree on how to sign in')],
]

const codeOf = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

const faultOf = (database: string, { reason, words, mayTryAgain }: Meaning, code: string): Fault => ({
  reason,
  mayTryAgain,
  message: `${database} ${words}${code === '' ? '' : ` (${code})`}.`,
})

const meaningOf = (codes: Readonly<Record<string, Meaning>>, code: string): Meaning | undefined =>
  Object.entries(codes)
    .filter(([begin]) => code.startsWith(begin))
    .sort(([a], [b]) => b.length - a.length)[0]?.[1]

/** Says what an error of a database file means; null where the file is not the cause. */
export function explainFileError(database: string, error: unknown): Fault | null {
  if (!(error instanceof Error)) return null
  const meaning = meaningOf(fileCodes, codeOf(error))
  return meaning === undefined ? null : faultOf(database, meaning, codeOf(error))
}

/** Says what an error of a database server means; null where server and network are not the cause. */
export function explainServerError(database: string, error: unknown): Fault | null {
  if (!(error instanceof Error)) return null
  const code = codeOf(error)
  const meaning =
    meaningOf(serverCodes, code) ?? serverSentences.find(([sentence]) => sentence.test(error.message))?.[1]
  return meaning === undefined ? null : faultOf(database, meaning, code)
}
