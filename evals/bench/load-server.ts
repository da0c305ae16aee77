import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { projectFolder } from '../../src/load-data.ts'

export interface RunningServer {
  address: string
  /** From the start of the process to its being ready, milliseconds. */
  startTime: number
  /** Resident memory of the server process, bytes. */
  memory(): number
  stop(): Promise<void>
}

const longestStart = 900_000

/** What `npm start` hands to Node.js. */
function startArguments(): string[] {
  const file: unknown = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8'))
  const { scripts } = z.object({ scripts: z.object({ start: z.string() }) }).parse(file)
  return [...(process.env['BENCH_NODE_ARGUMENTS']?.split(' ') ?? []), ...scripts.start.split(' ').slice(1)]
}

/** Starts the product as its own process, the way `npm start` does once everything is set up. */
export async function startServer(environment: Readonly<Record<string, string>>): Promise<RunningServer> {
  const began = performance.now()
  const child: ChildProcess = spawn(process.execPath, startArguments(), {
    cwd: projectFolder,
    env: {
      ...process.env,
      HOST: '127.0.0.1',
      PORT: '0',
      LOG_LEVEL: 'silent',
      MESSAGES_PER_MINUTE: '1000000',
      REQUESTS_PER_MINUTE: '10000000',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    const timer = setTimeout(() => reject(new Error('The server did not become ready.')), longestStart)
    child.once('exit', () => reject(new Error(`The server ended: ${said}`)))
    child.stdout?.on('data', (data: Buffer) => {
      said += data.toString()
      const found = /(http:\/\/127\.0\.0\.1:\d+)\//u.exec(said)
      if (found?.[1] === undefined) return
      clearTimeout(timer)
      resolve(found[1])
    })
  })
  return {
    address,
    startTime: performance.now() - began,
    memory: () => Number(/VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? 0) * 1024,
    stop: () =>
      new Promise((resolve) => {
        child.removeAllListeners('exit')
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}

async function json(address: string, path: string, body: unknown, token?: string): Promise<unknown> {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path}: ${response.status}`)
  return response.json()
}

/** One visitor: a conversation with its event stream, who asks and waits for each reply. */
async function openVisitor(address: string) {
  const { conversation, token } = (await json(address, '/web/conversations', { language: 'zh' })) as {
    conversation: string
    token: string
  }
  const waiting = new Map<string, { replied: () => void; failed: (error: Error) => void }>()
  const stop = new AbortController()
  const response = await fetch(`${address}/web/conversations/${conversation}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  })
  const parser = createParser({
    onEvent({ event, data }) {
      if (event === 'reply') waiting.get((JSON.parse(data) as { reply: { message: string } }).reply.message)?.replied()
    },
  })
  const decoder = new TextDecoder()
  const reading = (async () => {
    for await (const chunk of response.body ?? []) parser.feed(decoder.decode(chunk as Uint8Array, { stream: true }))
  })()
    .catch(() => undefined)
    .then(() => waiting.forEach(({ failed }) => failed(new Error('The event stream ended before the reply.'))))
  return {
    async ask(id: string, text: string): Promise<void> {
      const reply = new Promise<void>((replied, failed) => waiting.set(id, { replied, failed }))
      reply.catch(() => undefined)
      await json(address, `/web/conversations/${conversation}/messages`, { id, text }, token)
      await reply
      waiting.delete(id)
    },
    async leave() {
      stop.abort()
      await reading
    },
  }
}

/**
 * Lets `visitors` ask for `seconds` and returns the time of every turn, milliseconds, and how many ended a second. Each has asked once before:
 * Node.js accepts new connections one at a time, and only those that ask already would be measured.
 */
export async function load(
  address: string,
  questions: readonly string[],
  visitors: number,
  seconds: number,
): Promise<{ times: number[]; perSecond: number }> {
  const people = await Promise.all(Array.from({ length: visitors }, () => openVisitor(address)))
  await Promise.all(people.map((visitor, index) => visitor.ask(`bench-${index}-first`, questions[index] ?? '')))
  const times: number[] = []
  const began = performance.now()
  const end = began + seconds * 1000
  let next = visitors
  await Promise.all(
    people.map(async (visitor, index) => {
      while (performance.now() < end) {
        const number = next++
        const asked = performance.now()
        await visitor.ask(
          `bench-${index}-${String(number).padStart(8, '0')}`,
          questions[number % questions.length] ?? '',
        )
        times.push(performance.now() - asked)
      }
    }),
  )
  const took = (performance.now() - began) / 1000
  await Promise.all(people.map((visitor) => visitor.leave()))
  return { times, perSecond: times.length / took }
}
