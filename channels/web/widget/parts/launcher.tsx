import type { Ref } from 'preact'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

/** The button that opens the chat. */
export function Launcher({
  button,
  news,
  onOpen,
}: {
  button: Ref<HTMLButtonElement>
  news: boolean
  onOpen: () => void
}) {
  const { words } = useSurroundings()
  return (
    <button ref={button} type="button" class="launcher" aria-haspopup="dialog" onClick={onOpen}>
      <Icon name="chat" />
      <span>{words('ui.launch')}</span>
      {news && <span class="news">{words('ui.launch.new')}</span>}
    </button>
  )
}
