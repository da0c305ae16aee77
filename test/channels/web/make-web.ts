import { createWebChannel, type WebChannelOptions } from '../../../channels/web/create-web-channel.ts'
import { clock, speak } from '../open-house.ts'

export const makeWeb = (change: Partial<WebChannelOptions> = {}) =>
  createWebChannel({
    speak,
    clock,
    region: ['云汀市'],
    allowedOrigins: [],
    messagesPerMinute: 20,
    patience: 2000,
    ...change,
  })
