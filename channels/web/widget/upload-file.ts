import type { Wire } from '../wire.ts'
import type { Answered, Problem } from './api.ts'

export interface Upload {
  url: string
  token: string
  file: Blob
  /** Called with the share that has gone out, 0 to 1. */
  onProgress: (share: number) => void
}

/** A file that crawls over a poor line is not given up before then. */
const patience = 5 * 60_000

/** Sends a file as it is. By the older interface, which alone tells how far it has come. */
export function uploadFile({ url, token, file, onProgress }: Upload): Promise<Answered<Wire['attachmentResponse']>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    const fail = () => resolve({ ok: false, problem: { kind: 'offline' } })
    request.open('POST', url)
    request.timeout = patience
    request.setRequestHeader('authorization', `Bearer ${token}`)
    request.setRequestHeader('accept', 'application/json')
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total))
    request.addEventListener('error', fail)
    request.addEventListener('timeout', fail)
    request.addEventListener('abort', fail)
    request.addEventListener('load', () => {
      // The server parsed it with the shape that the type is made from.
      if (request.status === 201)
        return resolve({ ok: true, value: JSON.parse(request.responseText) as Wire['attachmentResponse'] })
      resolve({ ok: false, problem: problemOf(request) })
    })
    request.send(file)
  })
}

function problemOf({ status, responseText }: XMLHttpRequest): Problem {
  try {
    const { message } = JSON.parse(responseText) as { message: unknown }
    if (typeof message === 'string' && message !== '') return { kind: 'refused', message }
  } catch {
    // A proxy in between has answered in its own way.
  }
  return { kind: status === 413 ? 'too-long' : 'fault' }
}
