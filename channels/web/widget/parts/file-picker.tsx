import { useRef } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'
import type { Files } from '../use-files.ts'
import { Icon } from './icon.tsx'

const accepted = 'image/*,audio/*,.pdf,.doc,.docx,.xls,.xlsx,.ofd,.txt'

/** Chooses files; on a phone also straight from the camera. */
export function FilePicker({ files, onChosen }: { files: Files; onChosen?: () => void }) {
  const { words } = useSurroundings()
  const camera = useRef<HTMLInputElement>(null)
  const any = useRef<HTMLInputElement>(null)
  const handheld = globalThis.matchMedia('(pointer: coarse)').matches
  const choose = (input: HTMLInputElement) => {
    files.add(Array.from(input.files ?? []))
    // The same file may be chosen again after it was taken back.
    input.value = ''
    onChosen?.()
  }
  return (
    <>
      {handheld && (
        <button type="button" onClick={() => camera.current?.click()}>
          <Icon name="camera" />
          {words('ui.files.camera')}
        </button>
      )}
      <button type="button" onClick={() => any.current?.click()}>
        <Icon name="picture" />
        {words('ui.files.choose')}
      </button>
      <input
        ref={camera}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ currentTarget }) => choose(currentTarget)}
      />
      <input
        ref={any}
        hidden
        multiple
        type="file"
        class="any-file"
        accept={accepted}
        onChange={({ currentTarget }) => choose(currentTarget)}
      />
    </>
  )
}
