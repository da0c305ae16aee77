import type { Reply, Source } from '../../../src/core/reply.ts'
import { html, type Html } from '../html.ts'
import { namePlace } from '../place-names.ts'
import { markedPieces } from '../marked-pieces.ts'

type Words = (id: string, values?: Readonly<Record<string, string>>) => string
interface Shown {
  words: Words
  /** Places as readers of this language call them. */
  placeNames: Readonly<Record<string, string>>
  /** Where each demand of the conversation is shown, below /web/, by its number. */
  ticketPages: ReadonlyMap<string, string>
  /** Choices, next questions and the rating belong to the last reply only. */
  latest: boolean
}

/** A reply in plain markup: words, sources with their quotes, choices as submit buttons, rating by radio. */
export const plainReply = (reply: Reply, { words, placeNames, ticketPages, latest }: Shown): Html =>
  html`<div class="reply kind-${reply.kind}">
    <p class="who">${words('ui.assistant')}</p>
    ${body(reply)}
    ${reply.call !== null && html`<p><a class="call" href="tel:${reply.call}">${words('ui.call', { number: reply.call })}</a></p>`}
    ${ticketWay(ticketPages.get(reply.ticket ?? ''), words)}
    ${reply.sentences.length > 0 && reply.notes.map((note) => html`<p class="note">${note}</p>`)}
    ${
      reply.sources.length > 0 &&
      html`<h3>${words('ui.sources')}</h3>
        <ol class="sources">
          ${reply.sources.map((each) => source(each, reply, { words, placeNames }))}
        </ol>`
    }
    ${
      latest &&
      says([
        ...reply.choices.map(({ label, say }) => ({ label: placeNames[label] ?? label, say })),
        ...reply.suggestions.map((each) => ({ label: each, say: each })),
      ])
    }
    ${latest && reply.sources.length > 0 && rating(reply.message, words)}
  </div>`

const ticketWay = (page: string | undefined, words: Words) =>
  page !== undefined && html`<p><a href="/web/${page}" target="_blank">${words('ui.ticket.see')}</a></p>`

function body({ message, sentences, text }: Reply): readonly Html[] {
  if (sentences.length === 0) return [html`<p class="text">${text}</p>`]
  return sentences.map(({ text, marks, sources }) => {
    const words = markedPieces(text, marks).map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))
    const links = sources.map((number) => html` <a class="cite" href="#${anchor(message, number)}">[${number}]</a>`)
    // In one line: the style sheet keeps line breaks, so that the answer's own are seen.
    return html`<p class="text">${words}${links}</p>`
  })
}

const anchor = (message: string, number: number) => `source-${message}-${number}`

function source(each: Source, { message }: Reply, { words, placeNames }: Pick<Shown, 'words' | 'placeNames'>): Html {
  const facts = [
    each.issuer,
    words(each.amended ? 'ui.validity.amended' : `ui.validity.${each.validity}`),
    namePlace(each.region, placeNames) || words('ui.nationwide'),
    each.effective !== null && `${words('ui.effective')} ${each.effective}`,
    each.section.join(' › '),
  ].filter((fact) => typeof fact === 'string' && fact !== '')
  const link = each.url !== null && /^https?:/iu.test(each.url)
  return html`<li id="${anchor(message, each.number)}" value="${each.number}">
    <b>${each.title}</b>
    <p class="facts">${facts.join(' · ')}</p>
    <blockquote>${each.quote}</blockquote>
    ${link && html`<p><a href="${each.url}" rel="noreferrer">${words('ui.document.link')}</a></p>`}
  </li>`
}

const says = (choices: readonly { label: string; say: string }[]) =>
  choices.length > 0 &&
  html`<p class="row">${choices.map(({ label, say }) => html`<button name="say" value="${say}">${label}</button>`)}</p>`

const reasons = ['wrong', 'incomplete', 'unclear', 'outdated', 'other'] as const

const rating = (message: string, words: Words) =>
  html`<details class="rating">
    <summary>${words('ui.helpful')}</summary>
    <input type="hidden" name="rated" value="${message}" />
    <fieldset>
      <legend>${words('ui.helpful')}</legend>
      <label><input type="radio" name="rating" value="up" /> ${words('ui.helpful.up')}</label>
      <label><input type="radio" name="rating" value="down" /> ${words('ui.helpful.down')}</label>
    </fieldset>
    <fieldset>
      <legend>${words('ui.reason')}</legend>
      ${reasons.map(
        (reason) =>
          html`<label><input type="radio" name="reason" value="${reason}" /> ${words(`ui.reason.${reason}`)}</label>`,
      )}
    </fieldset>
    <p>
      <label for="comment">${words('ui.comment')}</label
      ><textarea id="comment" name="comment" rows="2" maxlength="1000"></textarea>
    </p>
    <p><button name="do" value="rate">${words('ui.submit')}</button></p>
  </details>`
