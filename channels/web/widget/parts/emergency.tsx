import type { ComponentChildren } from 'preact'
import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

/** Danger: the number first, to be pressed with a thumb, then the one line of advice; last what can be done where nobody is in danger. */
export function Emergency({ reply, children }: { reply: Wire['reply']; children: ComponentChildren }) {
  const { words } = useSurroundings()
  const [first = '', ...rest] = reply.text.split('\n')
  return (
    <article class="reply kind-emergency" aria-label={words('ui.emergency')}>
      <p class="alarm">
        <Icon name="warning" />
        <b>{words('ui.emergency')}</b>
      </p>
      {reply.call === null ? (
        <p class="text">{first}</p>
      ) : (
        <a class="call" href={`tel:${reply.call}`}>
          <Icon name="phone" />
          {words('ui.call', { number: reply.call })}
        </a>
      )}
      <p class="text">{rest.join('\n')}</p>
      {children}
    </article>
  )
}
