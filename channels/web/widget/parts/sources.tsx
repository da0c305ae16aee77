import type { Wire } from '../../wire.ts'
import { useSurroundings } from '../surroundings.ts'

/** The numbered sources under an answer; each opens its document at the quoted words. */
export function Sources({ sources }: { sources: Wire['reply']['sources'] }) {
  const { words, showSource } = useSurroundings()
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
                  {source.issuer !== null && <span>{source.issuer}</span>}
                  <span class={`validity ${source.validity}`}>{words(`ui.validity.${source.validity}`)}</span>
                  <span>{source.region.join('') || words('ui.nationwide')}</span>
                </small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}
