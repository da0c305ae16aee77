import { useEffect, useRef, useState } from 'preact/hooks'
import type { Wire } from '../wire.ts'
import type { Problem } from './api.ts'
import { useSurroundings } from './surroundings.ts'

/** A file that was chosen and goes with the next message. */
export interface ChosenFile {
  key: number
  file: File
  /** Where the browser shows it from; null for what is no picture. */
  preview: string | null
  state: 'going' | 'there' | 'failed'
  /** The share that has gone out, 0 to 1. */
  progress: number
  problem: string | null
  /** Whether trying again may help. */
  again: boolean
  attachment: Wire['attachment'] | null
}

let keys = 0
const megabyte = 1024 * 1024

/** Files that are sent as soon as they are chosen, so that the message itself is quick. */
export function useFiles() {
  const { chat, words, start, language } = useSurroundings()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  const latest = useRef(files)
  latest.current = files
  useEffect(() => () => latest.current.forEach(forget), [])
  const change = (key: number, change: Partial<ChosenFile>) =>
    setFiles((now) => now.map((each) => (each.key === key ? { ...each, ...change } : each)))
  const { fileBytes, files: most } = start.files
  const refusal = (file: File, before: number): string | null => {
    if (most > 0 && before >= most) return words('ui.files.too-many', { count: most })
    return fileBytes > 0 && file.size > fileBytes
      ? words('ui.files.too-large', { size: Math.floor(fileBytes / megabyte) })
      : null
  }
  const send = async ({ key, file }: Pick<ChosenFile, 'key' | 'file'>) => {
    change(key, { state: 'going', progress: 0, problem: null })
    const answer = await chat.attach(file, { language, onProgress: (progress) => change(key, { progress }) })
    if (answer.ok) return change(key, { state: 'there', attachment: answer.value })
    const { problem } = answer
    change(key, { state: 'failed', problem: sayProblem(problem, words), again: problem.kind !== 'refused' })
  }
  return {
    files,
    going: files.some(({ state }) => state === 'going'),
    add(chosen: readonly File[]) {
      const added = chosen.map((file, index): ChosenFile => {
        const problem = refusal(file, files.length + index)
        const preview = /^image\//u.test(file.type) ? URL.createObjectURL(file) : null
        const state = problem === null ? 'going' : 'failed'
        return { key: (keys += 1), file, preview, state, progress: 0, problem, again: false, attachment: null }
      })
      setFiles((now) => [...now, ...added])
      for (const each of added) if (each.problem === null) void send(each)
    },
    retry: (chosen: ChosenFile) => void send(chosen),
    remove(chosen: ChosenFile) {
      forget(chosen)
      setFiles((now) => now.filter(({ key }) => key !== chosen.key))
      if (chosen.attachment !== null) void chat.detach(chosen.attachment.id)
    },
    /** Gives what is there, and begins anew with the rest. */
    take(): readonly Wire['attachment'][] {
      const there = files.filter(({ state }) => state === 'there')
      there.forEach(forget)
      setFiles(files.filter(({ state }) => state !== 'there'))
      return there.flatMap(({ attachment }) => (attachment === null ? [] : [attachment]))
    },
  }
}

export type Files = ReturnType<typeof useFiles>

const forget = ({ preview }: ChosenFile) => preview !== null && URL.revokeObjectURL(preview)

const sayProblem = (problem: Problem, words: (id: string) => string): string =>
  problem.kind === 'refused'
    ? problem.message
    : words(problem.kind === 'offline' ? 'ui.files.offline' : 'ui.files.failed')
