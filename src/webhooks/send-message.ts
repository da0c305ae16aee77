import { request as requestPlain } from 'node:http'
import { request as requestEncrypted } from 'node:https'
import { useAgent } from 'request-filtering-agent'
import type { WebhookDelivery, WebhookEndpoint } from '../core/webhooks.ts'
import { checkWebhookUrl } from './check-webhook-url.ts'
import { signMessage } from './sign-message.ts'

/** What became of one attempt. Without a `status` nobody answered; `retryAfter` in seconds. */
export interface Attempt {
  status: number | null
  error: string | null
  retryAfter: number | null
}

export type SendMessage = (
  endpoint: Pick<WebhookEndpoint, 'url' | 'secret'>,
  delivery: Pick<WebhookDelivery, 'id' | 'type' | 'at' | 'sequence' | 'data'>,
  at: Date,
) => Promise<Attempt>

/** The body of a message; the same at every attempt. */
export const bodyOf = ({ type, at, sequence, data }: Parameters<SendMessage>[1]): string =>
  `{"type":${JSON.stringify(type)},"timestamp":${JSON.stringify(at.toISOString())},"sequence":${sequence},"data":${data}}`

/** The longest that a receiver may ask to be left alone, seconds. */
const longestRetryAfter = 86_400

function readRetryAfter(value: string | undefined): number | null {
  const seconds = /^\d{1,9}$/u.test(value ?? '') ? Number(value) : null
  return seconds === null ? null : Math.min(seconds, longestRetryAfter)
}

/**
 * Sends messages over HTTP, signed. A redirect is not followed. A name is refused where it resolves to an address that is not public, unless
 * one of our own networks holds it; that is looked at when the connection is made, so that the name cannot change in between.
 */
export function createSendMessage(options: { networks: readonly string[]; timeout: number }): SendMessage {
  const { networks, timeout } = options
  return async ({ url, secret }, delivery, at) => {
    if (checkWebhookUrl(url, networks) !== null) return failed('address not allowed')
    const body = bodyOf(delivery)
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
      'user-agent': 'Civicline-Webhooks/1',
      ...signMessage(secret, { id: delivery.id, at, body }),
    }
    try {
      return await post(url, { headers, body, networks, timeout })
    } catch (error) {
      return failed(reasonOf(error))
    }
  }
}

const failed = (error: string): Attempt => ({ status: null, error, retryAfter: null })

/** A name for the log: codes of the network as they are, never what the other side said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout'
  if (error.message.includes('is not allowed')) return 'address not allowed'
  return 'code' in error ? String(error.code) : error.name
}

interface Posting {
  headers: Readonly<Record<string, string | number>>
  body: string
  networks: readonly string[]
  timeout: number
}

const post = (url: string, { headers, body, networks, timeout }: Posting): Promise<Attempt> =>
  new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? requestEncrypted : requestPlain
    const agent = useAgent(url, { allowIPAddressList: [...networks], keepAlive: false })
    const outgoing = send(url, { method: 'POST', agent, headers, signal: AbortSignal.timeout(timeout) })
    outgoing.on('error', reject)
    outgoing.on('response', (response) => {
      const { statusCode: status = 0 } = response
      const fine = status >= 200 && status < 300
      resolve({
        status,
        error: fine ? null : `HTTP ${status}`,
        retryAfter: readRetryAfter(response.headers['retry-after']),
      })
      // Only the status counts; who sends an endless body is not listened to.
      response.destroy()
    })
    outgoing.end(body)
  })
