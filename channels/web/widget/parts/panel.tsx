import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

/** What opens beside the conversation, or over it on a phone: it takes the focus, and Escape closes it. */
export function Panel({
  title,
  facts,
  onClose,
  children,
}: {
  title: string
  /** Stands under the title and does not scroll. */
  facts?: ComponentChildren
  onClose: () => void
  children: ComponentChildren
}) {
  const { words } = useSurroundings()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [title])
  return (
    <section
      class="panel"
      aria-labelledby="panel-title"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <header>
        <button type="button" class="plain" onClick={onClose}>
          <Icon name="back" />
          {words('ui.back')}
        </button>
        <h2 id="panel-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {facts}
      </header>
      {children}
    </section>
  )
}
