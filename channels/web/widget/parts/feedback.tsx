import { useState } from 'preact/hooks'
import { useSurroundings } from '../surroundings.ts'
import { Icon } from './icon.tsx'

const reasons = ['wrong', 'incomplete', 'unclear', 'outdated', 'other'] as const
type Reason = (typeof reasons)[number]
type Stage = 'asking' | 'reason' | 'thanked' | 'failed'

/** Thumbs; a thumb down may say why and be commented. */
export function Feedback({ message }: { message: string }) {
  const { words, chat } = useSurroundings()
  const [stage, setStage] = useState<Stage>('asking')
  async function rate(rating: 'up' | 'down', reason: Reason | null = null, comment: string | null = null) {
    const recorded = await chat.rate({ message, rating, reason, comment })
    setStage(recorded ? 'thanked' : 'failed')
  }
  if (stage === 'reason') return <Why onSubmit={(reason, comment) => void rate('down', reason, comment)} />
  return (
    <div class="feedback">
      <p role="status">
        {words(stage === 'thanked' ? 'ui.thanks' : stage === 'failed' ? 'ui.feedback.failed' : 'ui.helpful')}
      </p>
      {stage !== 'thanked' && (
        <>
          <button type="button" onClick={() => void rate('up')}>
            <Icon name="up" />
            {words('ui.helpful.up')}
          </button>
          <button type="button" onClick={() => setStage('reason')}>
            <Icon name="down" />
            {words('ui.helpful.down')}
          </button>
        </>
      )}
    </div>
  )
}

function Why({ onSubmit }: { onSubmit: (reason: Reason | null, comment: string | null) => void }) {
  const { words } = useSurroundings()
  const [reason, setReason] = useState<Reason | null>(null)
  const [comment, setComment] = useState('')
  return (
    <form
      class="why"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit(reason, comment.trim() === '' ? null : comment.trim())
      }}
    >
      <fieldset>
        <legend>{words('ui.reason')}</legend>
        {reasons.map((each) => (
          <label key={each}>
            <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
            {words(`ui.reason.${each}`)}
          </label>
        ))}
      </fieldset>
      <label>
        {words('ui.comment')}
        <textarea
          rows={2}
          maxLength={1000}
          value={comment}
          onInput={({ currentTarget }) => setComment(currentTarget.value)}
        />
      </label>
      <button type="submit" class="primary">
        {words('ui.submit')}
      </button>
    </form>
  )
}
