import type { Language } from '../../../src/core/language.ts'
import { formatRegion, type Region } from '../../../src/core/region.ts'
import { html, type Html } from '../html.ts'
import { landscape, topicIcons } from './drawings.ts'
import { page } from './page.ts'

export interface PortalParts {
  language: Language
  words: (id: string) => string
  region: Region | null
  suggestions: readonly string[]
}

/** The portal of the demonstration city, which carries the widget; every question on it also works without scripts. */
export const portal = ({ language, words, region, suggestions }: PortalParts): Html =>
  page({
    title: words('ui.portal.city'),
    language,
    words,
    otherLanguage: `/web/?language=${language === 'zh' ? 'en' : 'zh'}`,
    content: html`<main id="content">
      ${hero({ language, words, suggestions })} ${topics({ language, words })} ${promises(words)}
      ${person({ language, words })}
    </main>`,
    tail: html`<script
      src="/web/widget.js"
      data-language="${language}"
      data-region="${(region ?? []).join('/')}"
      data-title="${words('ui.title')}"
      data-place="${formatRegion(region ?? [])}"
      async
    ></script>`,
  })

/** A link that asks a question: in the widget where scripts run, in the plain form where not. */
const ask = (question: string, language: Language, content: Html | string, className: string) =>
  html`<a
    class="${className}"
    href="/web/plain?language=${language}&amp;question=${encodeURIComponent(question)}"
    data-civicline-ask="${question}"
    >${content}</a
  >`

const hero = ({ language, words, suggestions }: Pick<PortalParts, 'language' | 'words' | 'suggestions'>) =>
  html`<section class="hero" aria-labelledby="hero-title">
    <div class="wide">
      <h1 id="hero-title">${words('ui.portal.hero')}</h1>
      <p>${words('ui.portal.hero.text')}</p>
      <form class="search" method="post" action="/web/plain?language=${language}" data-civicline-ask>
        <label class="hidden" for="hero-question">${words('ui.portal.ask')}</label>
        <input
          id="hero-question"
          name="text"
          type="text"
          maxlength="2000"
          required
          autocomplete="off"
          placeholder="${words('ui.portal.ask.example')}"
        />
        <button name="do" value="ask">${words('ui.portal.ask.button')}</button>
      </form>
      ${
        suggestions.length > 0 &&
        html`<div class="often">
          <h2>${words('ui.portal.often')}</h2>
          <ul>
            ${suggestions.map((question) => html`<li>${ask(question, language, question, 'chip')}</li>`)}
          </ul>
        </div>`
      }
    </div>
    ${landscape}
  </section>`

const topics = ({ language, words }: Pick<PortalParts, 'language' | 'words'>) =>
  html`<section class="topics wide" id="topics" aria-labelledby="topics-title">
    <h2 id="topics-title">${words('ui.portal.topics')}</h2>
    <ul>
      ${Object.entries(topicIcons).map(([topic, drawing]) => {
        const name = `ui.topic.${topic}`
        const content = html`${drawing}<span><b>${words(name)}</b><small>${words(`${name}.about`)}</small></span>`
        return html`<li>${ask(words(`${name}.ask`), language, content, 'topic')}</li>`
      })}
    </ul>
  </section>`

const promises = (words: PortalParts['words']) =>
  html`<section class="promises" aria-labelledby="promises-title">
    <div class="wide">
      <h2 id="promises-title">${words('ui.portal.promises')}</h2>
      <ol>
        ${[1, 2, 3].map(
          (number) =>
            html`<li>
              <h3>${words(`ui.portal.promise.${number}`)}</h3>
              <p>${words(`ui.portal.promise.${number}.text`)}</p>
            </li>`,
        )}
      </ol>
    </div>
  </section>`

const person = ({ language, words }: Pick<PortalParts, 'language' | 'words'>) =>
  html`<section class="person wide" id="person" aria-labelledby="person-title">
    <h2 id="person-title">${words('ui.portal.person')}</h2>
    <ul>
      <li class="hotline">
        <h3><a href="tel:12345">12345</a></h3>
        <p>${words('ui.portal.person.call')}</p>
      </li>
      <li>
        <h3>${words('ui.portal.person.hall')}</h3>
        <p>${words('ui.portal.person.hall.text')}</p>
      </li>
      <li>
        <h3>${words('ui.portal.person.plain')}</h3>
        <p>${words('ui.portal.person.plain.text')}</p>
        <p><a class="button" href="/web/plain?language=${language}">${words('ui.portal.person.plain.link')}</a></p>
      </li>
    </ul>
  </section>`
