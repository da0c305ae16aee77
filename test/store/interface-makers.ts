import type { ApiKey } from '../../src/core/api-key.ts'
import type { WebhookEndpoint, WebhookMessage } from '../../src/core/webhooks.ts'
import { noon } from './makers.ts'

export const makeKey = (change: Partial<ApiKey> = {}): ApiKey => ({
  id: 'a1b2c3d4e5f6',
  name: '城管系统 “一号”',
  scopes: ['departments:read', 'departments:write'],
  department: 'city-management',
  createdAt: noon,
  revokedAt: null,
  lastUsedAt: null,
  ...change,
})

export const makeEndpoint = (change: Partial<WebhookEndpoint> = {}): WebhookEndpoint => ({
  id: 'endpoint-1',
  department: 'city-management',
  url: 'https://systems.example/tickets',
  secret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
  events: [],
  createdAt: noon,
  removedAt: null,
  ...change,
})

export const makeWebhookMessage = (change: Partial<WebhookMessage> = {}): WebhookMessage => ({
  id: 'message-1',
  type: 'ticket.dispatched',
  at: noon,
  data: '{"ticket":{"number":"20261123-0001"}}',
  ...change,
})
