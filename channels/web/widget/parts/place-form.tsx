import { useEffect, useRef, useState } from 'preact/hooks'
import { namePlace } from '../../place-names.ts'
import type { Wire } from '../../wire.ts'
import { findPosition, type Position } from '../find-position.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

interface PlaceFormProps {
  onPlace: (text: string, place: Wire['place'] | null) => void
  onCancel: () => void
}

/** Says where: a district from the list, the device's own position, free words, or several of these. */
export function PlaceForm({ onPlace, onCancel }: PlaceFormProps) {
  const { words, start } = useSurroundings()
  const [district, setDistrict] = useState('')
  const [spot, setSpot] = useState('')
  const [place, setPlace] = useState<Wire['place'] | null>(null)
  const first = useRef<HTMLSelectElement>(null)
  useEffect(() => first.current?.focus(), [])
  const regions = start.regions.filter(({ length }) => length > 0)
  const text = `${district}${spot.trim() === '' ? '' : `${district === '' ? '' : ' '}${spot.trim()}`}`
  return (
    <form
      class="field-form place-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (text !== '' || place !== null) onPlace(text, place)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onCancel()
      }}
    >
      <label>
        {words('ui.place.district')}
        <select ref={first} value={district} onChange={({ currentTarget }) => setDistrict(currentTarget.value)}>
          <option value="">{words('ui.settings.region.any')}</option>
          {regions.map((region) => (
            <option key={region.join('/')} value={region.join('')}>
              {namePlace(region, start.placeNames)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words('ui.place.spot')}
        <input
          type="text"
          maxLength={120}
          value={spot}
          placeholder={words('ui.place.spot.example')}
          onInput={({ currentTarget }) => setSpot(currentTarget.value)}
        />
      </label>
      <OwnPosition place={place} onFound={setPlace} />
      <div class="row">
        <button type="submit" class="primary" disabled={text === '' && place === null}>
          {words('ui.place.send')}
        </button>
        <button type="button" onClick={onCancel}>
          {words('ui.cancel')}
        </button>
      </div>
    </form>
  )
}

type Looking = 'not-asked' | 'looking' | Position['kind']

/** The device's own position; a refusal is met with the other ways. */
function OwnPosition({ place, onFound }: { place: Wire['place'] | null; onFound: (place: Wire['place']) => void }) {
  const { words } = useSurroundings()
  const [looking, setLooking] = useState<Looking>('not-asked')
  async function look() {
    setLooking('looking')
    const position = await findPosition()
    setLooking(position.kind)
    if (position.kind === 'found') onFound(position.place)
  }
  return (
    <div class="own-position">
      <button type="button" aria-pressed={place !== null} disabled={looking === 'looking'} onClick={() => void look()}>
        <Icon name="place" />
        {words('ui.place.own')}
      </button>
      <p class="small" role="status">
        {looking !== 'not-asked' && words(`ui.place.own.${looking}`)}
      </p>
    </div>
  )
}
