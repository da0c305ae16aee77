import { namePlace } from '../../place-names.ts'
import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'

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
                  {source.section.length > 0 && <span>{source.section[source.section.length - 1]}</span>}
                  {source.issuer !== null && <span>{source.issuer}</span>}
                  <span class={`validity ${source.validity}`}>{words(`ui.validity.${source.validity}`)}</span>
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
