import type { Language } from '../../../src/core/language.ts'
import type { TicketProgress } from '../../../src/core/ticket-progress.ts'
import { currentStage } from '../current-stage.ts'
import { html, type Html } from '../html.ts'
import { showMoment } from '../show-moment.ts'
import { ticketLink } from '../ticket-link.ts'
import { page } from './page.ts'
import { progressForms } from './progress-forms.ts'

export interface ProgressPageParts {
  language: Language
  words: (id: string, values?: Readonly<Record<string, string>>) => string
  timeZone: string
  progress: TicketProgress
  /** Where it stands, in sentences. */
  told: readonly string[]
  /** What came of what was just done here; null where nothing was. */
  notice: string | null
  /** Names what is done next: sending a form again does nothing twice. */
  key: string
}

/** One demand for whoever has its link: how it stands, what was answered, and what can be done, all without scripts. */
export function progressPage(parts: ProgressPageParts): Html {
  const { language, words, progress, told, notice } = parts
  const address = `/web/${ticketLink(progress)}`
  return page({
    title: `${words('ui.ticket.progress')} ${progress.number}`,
    language,
    words,
    robots: false,
    otherLanguage: `${address}?language=${language === 'zh' ? 'en' : 'zh'}`,
    content: html`<main id="content" class="plain progress">
      <h1>${progress.title}</h1>
      <p class="intro">${words('ui.ticket')} <b>${progress.number}</b></p>
      ${notice !== null && html`<p class="status" role="status">${notice}</p>`}
      ${told.map((line) => html`<p class="text">${line}</p>`)} ${stages(parts)} ${notes(parts)} ${answers(parts)}
      ${progressForms({ words, progress, key: parts.key, action: `${address}?language=${language}` })}
      <p class="small">${words('ui.ticket.link.hint')}</p>
    </main>`,
  })
}

type Shown = Pick<ProgressPageParts, 'language' | 'words' | 'timeZone' | 'progress'>

const time = (at: Date, { language, timeZone }: Shown) =>
  html`<time datetime="${at.toISOString()}">${showMoment(at, language, timeZone)}</time>`

function stages(shown: Shown): Html {
  const { words, progress } = shown
  const current = currentStage(progress)
  return html`<h2>${words('ui.ticket.progress')}</h2>
    <ol class="stages">
      ${progress.stages.map(
        ({ stage, at }, index) =>
          html`<li
            class="${index === current ? 'now' : index < current ? 'done' : 'todo'}"
            ${index === current && html`aria-current="step"`}
          >
            <span>${words(`ui.ticket.stage.${stage}`)}</span>
            ${at !== null && index <= current && time(at, shown)}
            ${index > current && html`<span class="hidden">${words('ui.ticket.stage.none')}</span>`}
          </li>`,
      )}
    </ol>`
}

function notes({ words, progress: { state, reworks, endedAs } }: Shown): readonly Html[] {
  const said = [
    ...(state === 'objected' ? [words('ui.ticket.objected')] : []),
    ...(reworks > 0 ? [words('ui.ticket.reworks', { count: String(reworks) })] : []),
  ]
  return [
    ...(endedAs === null ? [] : [html`<p class="ended ${endedAs}">${words(`ui.ticket.ended.${endedAs}`)}</p>`]),
    ...said.map((note) => html`<p class="note">${note}</p>`),
  ]
}

const answers = (shown: Shown) =>
  shown.progress.replies.length > 0 &&
  html`<h2>${shown.words('ui.ticket.replies')}</h2>
    <ol class="answers">
      ${shown.progress.replies.map(
        ({ at, body, text, attachments }) =>
          html`<li class="reply">
            <p class="facts">${body[shown.language]} · ${time(at, shown)}</p>
            <p class="text">${text}</p>
            ${attachments.map(
              ({ id, name }) =>
                html`<p><a href="/web/${ticketLink(shown.progress)}/files/${id}" target="_blank">${name}</a></p>`,
            )}
          </li>`,
      )}
    </ol>`
