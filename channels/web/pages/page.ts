import type { Language } from '../../../src/core/language.ts'
import { html, type Html } from '../html.ts'
import { emblem } from './drawings.ts'

export interface PageParts {
  title: string
  language: Language
  words: (id: string) => string
  content: Html
  /** Where the same page stands in the other language; null where a link would lose what is on it. */
  otherLanguage?: string | null
  /** Whether search engines may list it. */
  robots?: boolean
  /** Markup at the end of the body. */
  tail?: Html | null
}

/** The frame of every page: head, city header, content, footer. It carries no inline script or style. */
export function page({
  title,
  language,
  words,
  content,
  otherLanguage = null,
  robots = true,
  tail = null,
}: PageParts): Html {
  const other = language === 'zh' ? 'en' : 'zh-CN'
  return html`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      ${!robots && html`<meta name="robots" content="noindex, nofollow" />`}
      <title>${title}</title>
      <link rel="stylesheet" href="/web/pages.css" />
      <link rel="icon" href="data:," />
    </head>
    <body>
      <a class="skip" href="#content">${words('ui.portal.skip')}</a>
      <div class="notice">
        <p>${words('ui.portal.demo')}</p>
        ${otherLanguage !== null && html`<a class="language" href="${otherLanguage}" lang="${other}" hreflang="${other}">${words('ui.portal.language')}</a>`}
      </div>
      <header class="city">
        <div class="wide">
          <a class="brand" href="/web/?language=${language}"
            >${emblem}<span><b>${words('ui.portal.city')}</b><small>${words('ui.portal.tag')}</small></span></a
          >
          <nav aria-label="${words('ui.portal.nav')}">
            <a href="/web/?language=${language}#topics">${words('ui.portal.nav.topics')}</a>
            <a href="/web/?language=${language}#person">${words('ui.portal.nav.person')}</a>
            <a href="/web/tickets?language=${language}">${words('ui.portal.nav.ticket')}</a>
            <a href="/web/plain?language=${language}">${words('ui.portal.nav.plain')}</a>
          </nav>
        </div>
      </header>
      ${content}
      <footer>
        <div class="wide">
          <p class="danger">${words('ui.portal.danger')}</p>
          <p>${words('ui.portal.footer')}</p>
        </div>
      </footer>
      ${tail}
    </body>
  </html>`
}
