import { createHmac, randomBytes } from 'node:crypto'

const prefix = 'whsec_'

/** A new secret of an endpoint, as the Standard Webhooks specification writes them: whsec_ and 32 bytes in base64. */
export const makeWebhookSecret = (): string => prefix + randomBytes(32).toString('base64')

export interface SignedHeaders {
  'webhook-id': string
  'webhook-timestamp': string
  'webhook-signature': string
}

/** The headers by which a receiver knows a message as ours and as fresh: Standard Webhooks, version 1 (HMAC-SHA256). */
export function signMessage(secret: string, { id, at, body }: { id: string; at: Date; body: string }): SignedHeaders {
  const seconds = String(Math.floor(at.getTime() / 1000))
  const key = Buffer.from(secret.replace(prefix, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` }
}
