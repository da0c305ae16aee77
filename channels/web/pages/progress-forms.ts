import type { CitizenAction, TicketProgress } from '../../../src/core/ticket-progress.ts'
import { html, type Html } from '../html.ts'

interface FormsParts {
  words: (id: string, values?: Readonly<Record<string, string>>) => string
  progress: TicketProgress
  /** Names what is done next. */
  key: string
  action: string
}

/** What can be done to a demand now, a form each. What is asked comes first. */
export const progressForms = (parts: FormsParts): readonly Html[] =>
  order.filter((act) => parts.progress.actions.includes(act)).map((act) => form(act, parts))

const order: readonly CitizenAction[] = ['visit', 'rate', 'urge', 'supplement', 'withdraw', 'reopen']

const form = (act: CitizenAction, { words, key, action }: FormsParts): Html =>
  html`<form method="post" action="${action}" class="act">
    <input type="hidden" name="key" value="${key}" />
    <input type="hidden" name="act" value="${act}" />
    ${fields[act](words)}
  </form>`

type Words = FormsParts['words']

const note = (act: CitizenAction, label: string, required = false) =>
  html`<p>
    <label for="note-${act}">${label}</label>
    <textarea id="note-${act}" name="note" rows="2" maxlength="500" ${required && html`required`}></textarea>
  </p>`

const folded = (title: string, content: Html) =>
  html`<details>
    <summary>${title}</summary>
    ${content}
  </details>`

const fields: Readonly<Record<CitizenAction, (words: Words) => Html>> = {
  visit: (words) =>
    html`<fieldset>
        <legend>${words('ticket.visit.ask')}</legend>
        ${['yes', 'partly', 'no'].map(
          (answer) =>
            html`<label
              ><input type="radio" name="solved" value="${answer}" required /> ${words(`ticket.visit.${answer}`)}</label
            >`,
        )}
      </fieldset>
      ${note('visit', words('ui.ticket.visit.note'))}
      <p><button class="primary">${words('ui.submit')}</button></p>`,
  rate: (words) =>
    html`<fieldset>
      <legend>${words('ticket.rate.ask')}</legend>
      <p class="row">
        <button name="courteous" value="yes">${words('ticket.rate.courteous')}</button>
        <button name="courteous" value="no">${words('ticket.rate.rude')}</button>
      </p>
    </fieldset>`,
  urge: (words) => html`<p><button>${words('ticket.do.urge')}</button></p>`,
  supplement: (words) =>
    folded(
      words('ticket.do.supplement'),
      html`${note('supplement', words('ui.ticket.supplement.what'), true)}
        <p><button>${words('ui.submit')}</button></p>`,
    ),
  withdraw: (words) =>
    folded(
      words('ticket.do.withdraw'),
      html`${note('withdraw', words('ui.ticket.withdraw.why'))}
        <p class="small">${words('ui.ticket.withdraw.hint')}</p>
        <p><button>${words('ticket.do.withdraw.sure')}</button></p>`,
    ),
  reopen: (words) =>
    folded(
      words('ticket.do.reopen'),
      html`${note('reopen', words('ui.ticket.reopen.why'), true)}
        <p><button>${words('ui.submit')}</button></p>`,
    ),
}
