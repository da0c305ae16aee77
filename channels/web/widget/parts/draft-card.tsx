import { useEffect, useRef, useState } from 'preact/hooks'
import type { Wire } from '../../wire.ts'
import type { Say } from '../create-chat.ts'
import { editableFields, saveChanges, withoutRows, type EditableField } from '../draft-changes.ts'
import { useSurroundings } from '../surroundings.ts'
import { DraftEditor } from './draft-editor.tsx'
import { Icon } from './icon.tsx'

type Row = { name: string; label: string; value: string }
type Changes = ReadonlyMap<EditableField, string>

interface DraftProps {
  reply: Wire['reply']
  /** Only the newest card can be corrected and confirmed. */
  latest: boolean
  onSay: Say
}

const isEditable = (name: string): name is EditableField => editableFields.some((field) => field === name)

/** A demand as read back: each part can be corrected in place, and all corrections go out as one message. */
export function DraftCard({ reply, latest, onSay }: DraftProps) {
  const { words } = useSurroundings()
  const [changes, setChanges] = useState<Changes | null>(null)
  const rows = useRows(reply, latest)
  const edit = (name: EditableField, value: string) => setChanges((now) => new Map(now ?? []).set(name, value))
  const valueOf = (name: string) => rows.find((row) => row.name === name)?.value ?? ''
  const real: Changes = new Map([...(changes ?? [])].filter(([name, value]) => value.trim() !== valueOf(name).trim()))
  return (
    <form
      class="card draft-card"
      aria-label={words('ui.draft')}
      onSubmit={(event) => {
        event.preventDefault()
        setChanges(null)
        if (real.size > 0) onSay(saveChanges(real, words))
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || changes === null) return
        event.preventDefault()
        event.stopPropagation()
        setChanges(null)
      }}
    >
      <dl class="fields">
        {rows.map((row) => (
          <DraftRow
            key={row.name}
            row={row}
            editing={isEditable(row.name) && changes?.has(row.name) === true}
            editable={latest && isEditable(row.name)}
            onEdit={(value) => isEditable(row.name) && edit(row.name, value)}
          />
        ))}
      </dl>
      <p class="text">{withoutRows(reply)}</p>
      {latest && changes === null && <Decision choices={reply.choices} onSay={onSay} />}
      {changes !== null && (
        <div class="row">
          <button type="submit" class="primary" disabled={real.size === 0}>
            {words('ui.draft.save')}
          </button>
          <button type="button" onClick={() => setChanges(null)}>
            {words('ui.cancel')}
          </button>
        </div>
      )}
    </form>
  )
}

/** What stands on the card, and on the newest one also what could stand there. */
function useRows({ draft }: Wire['reply'], latest: boolean): readonly Row[] {
  const { words } = useSurroundings()
  const given: readonly Row[] = draft?.fields ?? []
  if (!latest) return given
  const editable = editableFields.flatMap((name): readonly Row[] => {
    const found = given.find((row) => row.name === name)
    if (found !== undefined) return [found]
    // A matter that needs no headline of its own has none.
    return name === 'subject' ? [] : [{ name, label: words(`draft.${name}`), value: '' }]
  })
  return [...editable, ...given.filter(({ name }) => !isEditable(name))]
}

interface RowProps {
  row: Row
  editing: boolean
  editable: boolean
  onEdit: (value: string) => void
}

function DraftRow({ row: { name, label, value }, editing, editable, onEdit }: RowProps) {
  const { words } = useSurroundings()
  const cell = useRef<HTMLElement>(null)
  const pencil = useRef<HTMLButtonElement>(null)
  const was = useRef(editing)
  useEffect(() => {
    if (editing) cell.current?.querySelector<HTMLElement>('input:checked, input, textarea, select')?.focus()
    else if (was.current && pencil.current?.closest('form')?.querySelector(':focus') === null) pencil.current.focus()
    was.current = editing
  }, [editing])
  return (
    <div class={editing ? 'editing' : undefined}>
      <dt>{label}</dt>
      <dd ref={cell}>
        {editing && isEditable(name) ? (
          <DraftEditor field={name} value={value} onValue={onEdit} />
        ) : (
          value || <span class="empty">{words('ui.draft.empty')}</span>
        )}
      </dd>
      {editable && !editing && (
        <dd class="pencil">
          <button
            ref={pencil}
            type="button"
            aria-label={words('ui.draft.edit', { field: label })}
            onClick={() => onEdit(value)}
          >
            <Icon name="pencil" />
          </button>
        </dd>
      )}
    </div>
  )
}

/** To file it or to leave it; the pencils stand for the rest of what one may say. */
function Decision({ choices, onSay }: { choices: Wire['reply']['choices']; onSay: Say }) {
  const { words } = useSurroundings()
  const drawn = new Set(['where', 'when'].map((part) => words(`intake.confirm.${part}`)))
  return (
    <div class="row">
      {choices
        .filter(({ label }) => !drawn.has(label))
        .map(({ label, say }) => (
          <button
            key={say}
            type="button"
            class={label === words('intake.confirm.yes') ? 'primary' : undefined}
            onClick={() => onSay(say)}
          >
            {label}
          </button>
        ))}
    </div>
  )
}
