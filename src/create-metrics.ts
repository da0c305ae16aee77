import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client'
import type { PipelineResult } from './core/run-pipeline.ts'

export interface Metrics {
  registry: Registry
  /** Counts a settled turn and the time of its steps. */
  observeTurn(result: PipelineResult, milliseconds: number): void
}

/** Figures for a Prometheus server; no label carries text or a person's id. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const turns = new Counter({
    name: 'civicline_turns_total',
    help: 'Settled turns by outcome.',
    labelNames: ['outcome'],
    registers: [registry],
  })
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
  const whole = new Histogram({
    name: 'civicline_turn_seconds',
    help: 'Time from opening a turn to settling it.',
    buckets,
    registers: [registry],
  })
  const steps = new Histogram({
    name: 'civicline_step_seconds',
    help: 'Time of each step of a turn.',
    labelNames: ['step'],
    buckets,
    registers: [registry],
  })
  return {
    registry,
    observeTurn({ outcome, trace }, milliseconds) {
      turns.inc({ outcome: outcome.kind })
      whole.observe(milliseconds / 1000)
      for (const { step, milliseconds: time } of trace) steps.observe({ step }, time / 1000)
    },
  }
}
