import { Worker, type ResourceLimits } from 'node:worker_threads'

/** `--import tsx` does not reach worker threads on Node 20, so the thread registers the loader itself before the script. */
const bootstrap = `
const { workerData } = require('node:worker_threads')
import(workerData.loader).then(({ register }) => { register(); return import(workerData.script) })
`

/** Starts a thread that runs a TypeScript module; `data` is its workerData. */
export const startWorker = (options: {
  script: URL
  data?: Readonly<Record<string, unknown>>
  limits?: ResourceLimits
}): Worker =>
  new Worker(bootstrap, {
    eval: true,
    workerData: { ...options.data, script: options.script.href, loader: import.meta.resolve('tsx/esm/api') },
    ...(options.limits === undefined ? {} : { resourceLimits: options.limits }),
  })
