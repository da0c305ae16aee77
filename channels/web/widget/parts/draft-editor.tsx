import { useState } from 'preact/hooks'
import {
  readContact,
  saidPlace,
  saidTime,
  wishes,
  writeContact,
  type EditableField,
  type Wish,
} from '../draft-changes.ts'
import { useSurroundings } from '../surroundings.ts'

interface EditorProps {
  /** As it stands on the card; '' where nothing does. */
  value: string
  onValue: (value: string) => void
}

const kinds = ['complaint', 'request', 'report', 'consultation', 'suggestion', 'praise'] as const
const long: ReadonlySet<EditableField> = new Set(['description', 'wish'])
/** So that several corrected parts fit into one message. */
const longest: Partial<Record<EditableField, number>> = { description: 1200, wish: 300, where: 120 }

/** Corrects one part of a draft: a choice where there are few, words elsewhere. */
export function DraftEditor({ field, ...props }: EditorProps & { field: EditableField }) {
  const { words } = useSurroundings()
  if (field === 'kind') return <KindEditor {...props} />
  if (field === 'contact') return <ContactEditor {...props} />
  const said = { when: saidTime, where: saidPlace }
  const value = field === 'when' || field === 'where' ? said[field](props.value, words) : props.value
  const shared = {
    'aria-label': words(`draft.${field}`),
    maxLength: longest[field] ?? 80,
    defaultValue: value,
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => props.onValue(currentTarget.value),
  }
  return long.has(field) ? <textarea rows={3} {...shared} /> : <input type="text" {...shared} />
}

function KindEditor({ value, onValue }: EditorProps) {
  const { words } = useSurroundings()
  return (
    <select
      aria-label={words('draft.kind')}
      defaultValue={value}
      onChange={({ currentTarget }) => onValue(currentTarget.value)}
    >
      {kinds.map((kind) => (
        <option key={kind} selected={words(`draft.kind.${kind}`) === value}>
          {words(`draft.kind.${kind}`)}
        </option>
      ))}
    </select>
  )
}

/** The three wishes, each with what it means; only who stays reachable is asked for a name and a number. */
function ContactEditor({ value, onValue }: EditorProps) {
  const { words } = useSurroundings()
  const [contact, setContact] = useState(() => readContact(value, words))
  const change = (wish: Wish, data: string) => {
    setContact({ wish, data })
    onValue(writeContact(wish, data, words))
  }
  return (
    <fieldset class="wishes">
      <legend class="hidden">{words('draft.contact')}</legend>
      {wishes.map((wish) => (
        <label key={wish}>
          <input type="radio" name="wish" checked={contact.wish === wish} onChange={() => change(wish, contact.data)} />
          <span>
            {words(`ui.draft.contact.${wish}`)}
            <small>{words(`ui.draft.contact.${wish}.about`)}</small>
          </span>
        </label>
      ))}
      {contact.wish !== 'anonymous' && (
        <label class="data">
          {words('ui.draft.contact.data')}
          <input
            type="text"
            maxLength={80}
            autocomplete="off"
            value={contact.data}
            onInput={({ currentTarget }) => change(contact.wish, currentTarget.value)}
          />
        </label>
      )}
    </fieldset>
  )
}
