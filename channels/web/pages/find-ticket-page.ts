import type { Language } from '../../../src/core/language.ts'
import { html, type Html } from '../html.ts'
import { page } from './page.ts'

export interface FindTicketParts {
  language: Language
  words: (id: string, values?: Readonly<Record<string, string>>) => string
  number: string
  /** Why the last try opened nothing; null before the first. */
  notice: string | null
}

/** Asks for a number and the last four digits of the telephone number given with it. */
export const findTicketPage = ({ language, words, number, notice }: FindTicketParts): Html =>
  page({
    title: words('ui.plain.ticket.title'),
    language,
    words,
    robots: false,
    otherLanguage: `/web/tickets?language=${language === 'zh' ? 'en' : 'zh'}`,
    content: html`<main id="content" class="plain">
      <h1>${words('ui.plain.ticket.title')}</h1>
      <p class="intro">${words('ui.plain.ticket.intro')}</p>
      ${notice !== null && html`<p class="status" role="alert">${notice}</p>`}
      <form method="post" action="/web/tickets?language=${language}">
        <p>
          <label for="number">${words('ui.plain.ticket.number')}</label>
          <input
            type="text"
            id="number"
            name="number"
            required
            maxlength="24"
            autocomplete="off"
            inputmode="numeric"
            placeholder="20260105-0012"
            value="${number}"
          />
        </p>
        <p>
          <label for="digits">${words('ui.plain.ticket.digits')}</label>
          <input
            type="text"
            id="digits"
            name="digits"
            required
            maxlength="4"
            pattern="[0-9]{4}"
            autocomplete="off"
            inputmode="numeric"
          />
        </p>
        <p><button class="primary">${words('ui.ticket.see')}</button></p>
      </form>
      <p class="small">${words('ui.plain.ticket.none')}</p>
    </main>`,
  })
