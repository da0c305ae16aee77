import { describe, expect, it } from 'vitest'
import { explainFileError, explainServerError } from '../../src/store/faults.ts'

const failure = (code: string, message = 'failed') => Object.assign(new Error(message), { code })

describe('what an error of a database file means', () => {
  it.each([
    ['SQLITE_BUSY_SNAPSHOT', 'busy', true],
    ['SQLITE_FULL', 'full', false],
    ['SQLITE_READONLY_DBMOVED', 'read-only', false],
    ['SQLITE_IOERR_FSYNC', 'unreachable', false],
    ['SQLITE_CANTOPEN_ISDIR', 'unreachable', false],
    ['SQLITE_CORRUPT_INDEX', 'damaged', false],
    ['EROFS', 'read-only', false],
    ['ENOSPC', 'full', false],
  ])('%s: %s', (code, reason, mayTryAgain) => {
    const fault = explainFileError('The database file /data/x.sqlite', failure(code))
    expect(fault).toMatchObject({ reason, mayTryAgain })
    expect(fault?.message).toMatch(/^The database file \/data\/x\.sqlite \w.*\(.*\)\.$/)
  })

  it.each(['SQLITE_CONSTRAINT_FOREIGNKEY', 'SQLITE_ERROR', ''])('%s is a fault of the program', (code) => {
    expect(explainFileError('The file', failure(code))).toBeNull()
  })
})

describe('what an error of a database server means', () => {
  it.each([
    ['ECONNREFUSED', 'unreachable', true],
    ['57P03', 'unreachable', true],
    ['57P01', 'unreachable', false],
    ['08006', 'unreachable', false],
    ['ECONNRESET', 'unreachable', false],
    ['40P01', 'busy', true],
    ['53300', 'busy', true],
    ['53100', 'full', false],
    ['25006', 'read-only', false],
    ['28P01', 'refused', false],
    ['3D000', 'refused', false],
  ])('%s: %s', (code, reason, mayTryAgain) => {
    expect(explainServerError('The server', failure(code))).toMatchObject({ reason, mayTryAgain })
  })

  it.each([
    ['Connection terminated unexpectedly', 'unreachable'],
    ['timeout exceeded when trying to connect', 'unreachable'],
    ['Query read timeout', 'unreachable'],
    ['The server does not support SSL connections', 'refused'],
  ])('%s: %s', (message, reason) => {
    expect(explainServerError('The server', new Error(message))).toMatchObject({ reason })
  })

  it.each(['23503', '42601', '22P02'])('%s is a fault of the program', (code) => {
    expect(explainServerError('The server', failure(code))).toBeNull()
  })

  it('is nothing where no error is', () => {
    expect(explainServerError('The server', 'ECONNREFUSED')).toBeNull()
    expect(explainFileError('The file', null)).toBeNull()
  })
})
