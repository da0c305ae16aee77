import { useEffect, useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'

/** What stands in an empty conversation: what this is, and questions to start with. */
export function Welcome({ region, onAsk }: { region: readonly string[] | null; onAsk: (question: string) => void }) {
  const { words, api, language } = useSurroundings()
  const [suggestions, setSuggestions] = useState<readonly string[]>([])
  const place = (region ?? []).join('/')
  useEffect(() => {
    let wanted = true
    void api.start(language, region).then((answer) => {
      if (wanted && answer.ok) setSuggestions(answer.value.suggestions)
    })
    return () => {
      wanted = false
    }
  }, [language, place])
  return (
    <section class="welcome">
      <h3>{words('ui.welcome')}</h3>
      <p>{words('ui.welcome.text')}</p>
      {suggestions.length > 0 && (
        <>
          <h4>{words('ui.suggestions')}</h4>
          <ul class="asks">
            {suggestions.slice(0, 4).map((question) => (
              <li key={question}>
                <button type="button" onClick={() => onAsk(question)}>
                  {question}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="small">{words('ui.privacy')}</p>
    </section>
  )
}
