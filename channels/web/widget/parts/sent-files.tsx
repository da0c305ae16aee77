import { useEffect, useState } from 'preact/hooks'
import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

const shown: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/gif'])

/** The files that went with a message: photos to look at, the rest to open. */
export function SentFiles({ attachments }: { attachments: readonly Wire['attachment'][] }) {
  const { words } = useSurroundings()
  if (attachments.length === 0) return null
  return (
    <ul class="sent-files" aria-label={words('ui.files')}>
      {attachments.map((each) => (
        <li key={each.id}>{shown.has(each.type) ? <Photo attachment={each} /> : <Other attachment={each} />}</li>
      ))}
    </ul>
  )
}

function Photo({ attachment }: { attachment: Wire['attachment'] }) {
  const { chat } = useSurroundings()
  const { id, name } = attachment
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let wanted = true
    void chat.file(id).then((content) => {
      if (content === null || !wanted) return
      made = URL.createObjectURL(content)
      setUrl(made)
    })
    return () => {
      wanted = false
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [id])
  if (url === null) return <Other attachment={attachment} />
  return (
    <a href={url} target="_blank" rel="noopener">
      <img src={url} alt={name} />
    </a>
  )
}

function Other({ attachment: { id, name } }: { attachment: Wire['attachment'] }) {
  const { chat } = useSurroundings()
  async function save() {
    const content = await chat.file(id)
    if (content === null) return
    const link = document.createElement('a')
    link.href = URL.createObjectURL(content)
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  }
  return (
    <button type="button" onClick={() => void save()}>
      <Icon name="document" />
      <span class="name">{name}</span>
    </button>
  )
}
