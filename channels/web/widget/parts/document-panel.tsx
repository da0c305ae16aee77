import { useEffect, useRef, useState } from 'preact/hooks'
import { namePlace } from '../../place-names.ts'
import type { Wire } from '../../wire.ts'
import { findQuote } from '../find-quote.ts'
import { useSurroundings } from '../surroundings.ts'
import { withoutRepeatedLead } from '../without-repeated-lead.ts'
import { Icon } from './icon.tsx'
import { Marked } from './marked.tsx'
import { Panel } from './panel.tsx'

type View = Wire['documentView'] | 'loading' | 'failed'

/** A citation in its document: issuer, validity and place above, the quoted passage marked and scrolled to. */
export function DocumentPanel({ source, onClose }: { source: Wire['source']; onClose: () => void }) {
  const { words, api } = useSurroundings()
  const [view, setView] = useState<View>('loading')
  useEffect(() => {
    let wanted = true
    setView('loading')
    void api.document(source.document).then((answer) => {
      if (wanted) setView(answer.ok ? answer.value : 'failed')
    })
    return () => {
      wanted = false
    }
  }, [source.document])
  return (
    <Panel title={source.title} facts={<Facts source={source} />} onClose={onClose}>
      <div class="document" tabIndex={0} role="region" aria-label={words('ui.document')}>
        <Origin url={source.url} />
        {view === 'loading' && <p class="small">{words('ui.document.loading')}</p>}
        {view === 'failed' && (
          <>
            <p class="note">
              <Icon name="warning" />
              <span>{words('ui.document.failed')}</span>
            </p>
            <blockquote>{source.quote}</blockquote>
          </>
        )}
        {typeof view === 'object' && <Passages view={view} source={source} />}
      </div>
    </Panel>
  )
}

/** Who issued the document, whether it holds, where and since when: one glance, always in view. */
function Facts({ source }: { source: Wire['source'] }) {
  const { words, start } = useSurroundings()
  const facts: readonly (readonly [string, string | null])[] = [
    ['ui.issuer', source.issuer],
    ['ui.region', namePlace(source.region, start.placeNames) || words('ui.nationwide')],
    ['ui.effective', source.effective],
    ['ui.expires', source.expires],
  ]
  return (
    <div class="facts">
      <dl>
        <div>
          <dt class="hidden">{words('ui.validity')}</dt>
          <dd class={`validity ${source.validity}`}>
            {words(source.amended ? 'ui.validity.amended' : `ui.validity.${source.validity}`)}
          </dd>
        </div>
        {facts.map(([name, value]) =>
          value === null ? null : (
            <div key={name}>
              <dt>{words(name)}</dt>
              <dd>{value}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  )
}

/** The way to the publisher; an address of another kind than http is not offered. */
function Origin({ url }: { url: string | null }) {
  const { words } = useSurroundings()
  if (url === null || !/^https?:/iu.test(url)) return null
  return (
    <a class="origin" href={url} target="_blank" rel="noreferrer noopener">
      {words('ui.document.link')}
    </a>
  )
}

function Passages({ view, source }: { view: Wire['documentView']; source: Wire['source'] }) {
  const { words } = useSurroundings()
  const quoted = useRef<HTMLElement>(null)
  useEffect(() => {
    const inner = quoted.current?.closest('.document')
    // In a low window the whole panel scrolls.
    const frame = inner && inner.scrollHeight > inner.clientHeight ? inner : quoted.current?.closest('.panel')
    const mark = quoted.current?.querySelector('mark') ?? quoted.current
    if (!frame || !mark) return
    frame.scrollTop += mark.getBoundingClientRect().top - frame.getBoundingClientRect().top - 96
  }, [view, source])
  return (
    <div class="passages">
      {view.passages.map(({ id, section, text }, index) => {
        const here = id === source.passage
        const found = here ? findQuote(text, source.quote) : null
        // The quoted passage stays whole: its mark may begin with the lead.
        const shown = here ? text : withoutRepeatedLead(text, view.passages[index - 1]?.text)
        const path = section.join(' › ')
        const repeated = index > 0 && view.passages[index - 1]?.section.join(' › ') === path
        return (
          <section key={id} ref={here ? quoted : null} class={here ? 'quoted' : ''}>
            {path !== '' && !repeated && <h3>{path}</h3>}
            {here && <p class="here">{words('ui.document.quoted')}</p>}
            <p class="text">
              <Marked text={shown} marks={found === null ? (here ? [[0, text.length]] : []) : [found]} />
            </p>
          </section>
        )
      })}
    </div>
  )
}
