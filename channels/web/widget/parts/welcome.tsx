import { useSurroundings } from '../surroundings.ts'

const questionsShown = 4

/** What stands in an empty conversation: what this is, and questions to start with. */
export function Welcome({ onAsk }: { onAsk: (question: string) => void }) {
  const { words, start } = useSurroundings()
  return (
    <section class="welcome">
      <h3>{words('ui.welcome')}</h3>
      <p>{words('ui.welcome.text')}</p>
      {start.suggestions.length > 0 && (
        <>
          <h4>{words('ui.suggestions')}</h4>
          <ul class="asks">
            {start.suggestions.slice(0, questionsShown).map((question) => (
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
