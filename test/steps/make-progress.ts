import type { TicketProgress } from '../../src/core/ticket-progress.ts'

/** A demand that a department is working on. */
export const makeProgress = (change: Partial<TicketProgress> = {}): TicketProgress => ({
  number: '20261123-0001',
  state: 'in-progress',
  title: '新河路路灯不亮',
  filedAt: new Date('2026-11-23T10:00:00+08:00'),
  due: new Date('2026-11-30T10:00:00+08:00'),
  late: false,
  pausedUntil: null,
  body: { zh: '市城市管理局', en: 'City Management Bureau' },
  stages: [],
  replies: [],
  reworks: 0,
  endedAs: null,
  actions: ['urge', 'withdraw', 'supplement'],
  secret: 'secret',
  ...change,
})
