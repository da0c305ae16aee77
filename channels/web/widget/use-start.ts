import { useEffect, useState } from 'preact/hooks'
import type { Wire } from '../wire.ts'
import type { Api } from './api.ts'
import type { Language } from './words.ts'

const nothing: Wire['startPage'] = {
  ...{ regions: [], suggestions: [], placeNames: {}, timeZone: 'Asia/Shanghai' },
  files: { fileBytes: 0, files: 0, ticketBytes: 0 },
}

/** Places, their names and first questions in the language spoken; nothing until the server has said. */
export function useStart(api: Api, language: Language, region: readonly string[] | null, open: boolean) {
  const [start, setStart] = useState(nothing)
  const place = (region ?? []).join('/')
  useEffect(() => {
    if (!open) return
    let wanted = true
    void api.start(language, region).then((answer) => {
      if (wanted && answer.ok) setStart(answer.value)
    })
    return () => {
      wanted = false
    }
  }, [open, language, place])
  return start
}
