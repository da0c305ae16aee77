import pino from 'pino'
import type { Log } from './core/log.ts'

/** A log of one JSON line an event on standard output. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
  return (at, event, facts = {}) => logger[at](facts, event)
}
