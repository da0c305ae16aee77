import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'

export interface Received {
  headers: Record<string, string>
  body: string
}

/** A department's system: a real HTTP server on this machine that answers with what `answer` says. */
export interface Receiver {
  url: string
  received: Received[]
  answer: { status: number; headers?: Record<string, string>; silent?: boolean }
  /** Stops listening; nobody answers any more. */
  down(): Promise<void>
  /** Listens again, at the same address. */
  up(): Promise<void>
}

const plain = (headers: IncomingHttpHeaders): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      received.push({ headers: plain(request.headers), body })
      const { status, headers = {}, silent = false } = receiver.answer
      if (!silent) response.writeHead(status, headers).end('thank you')
    })
  })
  let port = 0
  const up = async () => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    port = typeof address === 'object' && address !== null ? address.port : 0
  }
  await up()
  const receiver: Receiver = {
    url: `http://127.0.0.1:${port}/events`,
    received,
    answer: { status: 204 },
    up,
    async down() {
      if (!server.listening) return
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  return receiver
}
