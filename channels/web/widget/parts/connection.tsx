import type { ChatState } from '../chat-state.ts'
import { useSurroundings } from '../surroundings.ts'

/** Says when the connection is lost and when it is found again. */
export function Connection({ state }: { state: ChatState }) {
  const { words } = useSurroundings()
  const { connection, ended } = state
  const said = connection === 'lost' ? 'offline' : connection === 'back' ? 'online' : ended ? 'ended' : null
  return (
    <div class={`connection ${connection}`} role="status">
      {said !== null && <p>{words(`ui.state.${said}`)}</p>}
    </div>
  )
}
