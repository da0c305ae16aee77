import { createServer, type RequestListener } from 'node:http'

/** A server that can be taken down and brought up again at the same address, as in an outage. */
export interface Outlet {
  base: string
  down(): Promise<void>
  up(): Promise<void>
}

export async function listen(app: RequestListener): Promise<Outlet> {
  let port = 0
  let http = createServer(app)
  const up = async () => {
    http = createServer(app)
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
    const address = http.address()
    if (typeof address === 'object' && address !== null) port = address.port
  }
  await up()
  return {
    base: `http://127.0.0.1:${port}`,
    up,
    down: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeAllConnections()
      }),
  }
}
