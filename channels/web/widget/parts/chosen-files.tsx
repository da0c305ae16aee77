import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'
import type { ChosenFile, Files } from '../use-files.ts'
import { Icon } from './icon.tsx'

/** The files that go with the next message: each with its picture, how far it has come, and a way to take it back. */
export function ChosenFiles({ files }: { files: Files }) {
  const { words } = useSurroundings()
  if (files.files.length === 0) return null
  return (
    <ul class="chosen" aria-label={words('ui.files')}>
      {files.files.map((chosen) => (
        <Chosen key={chosen.key} chosen={chosen} files={files} />
      ))}
    </ul>
  )
}

function Chosen({ chosen, files }: { chosen: ChosenFile; files: Files }) {
  const { words } = useSurroundings()
  const [shows, setShows] = useState(chosen.preview !== null)
  const { file, preview, state, progress, problem, again } = chosen
  const { name } = file
  return (
    <li class={state}>
      {shows && preview !== null ? (
        <img src={preview} alt="" onError={() => setShows(false)} />
      ) : (
        <Icon name="document" />
      )}
      <span class="what">
        <span class="name">{name}</span>
        {state === 'going' && <progress max={1} value={progress} aria-label={words('ui.files.going', { name })} />}
        <small role="status">
          {state === 'there' && words('ui.files.there')}
          {state === 'failed' && <b>{problem}</b>}
        </small>
      </span>
      {state === 'failed' && again && (
        <button type="button" aria-label={`${words('ui.files.retry')} ${name}`} onClick={() => files.retry(chosen)}>
          {words('ui.files.retry')}
        </button>
      )}
      <button
        type="button"
        class="remove"
        aria-label={words('ui.files.remove', { name })}
        onClick={() => files.remove(chosen)}
      >
        <Icon name="close" />
      </button>
    </li>
  )
}
