import { namePlace } from '../../place-names.ts'
import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'

/** Characters of a quote that tell it from others of the same document. */
const opening = 18

/** Where in its document a source stands: its heading, else how the quote begins. */
function placeIn({ section, quote }: Wire['source']): string {
  const heading = section[section.length - 1]
  const [line = ''] = quote.trim().split('\n')
  return heading ?? (line.length > opening ? `${line.slice(0, opening)}…` : line)
}

/** The numbered sources under an answer; each opens its document at the quoted words. */
export function Sources({ sources }: { sources: Wire['reply']['sources'] }) {
  const { words, start, showSource } = useSurroundings()
  if (sources.length === 0) return null
  return (
    <div class="sources">
      <h4>{words('ui.sources')}</h4>
      <ol>
        {sources.map((source) => (
          <li key={source.number}>
            <button type="button" onClick={() => showSource(source)}>
              <span class="number" aria-hidden="true">
                {source.number}
              </span>
              <span>
                <b>{source.title}</b>
                <small>
                  <span>{placeIn(source)}</span>
                  {source.issuer !== null && <span>{source.issuer}</span>}
                  <span class={`validity ${source.validity}`}>
                    {words(source.amended ? 'ui.validity.amended' : `ui.validity.${source.validity}`)}
                  </span>
                  <span>{namePlace(source.region, start.placeNames) || words('ui.nationwide')}</span>
                </small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
