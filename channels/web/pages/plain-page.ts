import type { FileLimits } from '../../../src/core/attachments.ts'
import type { Language } from '../../../src/core/language.ts'
import type { Region } from '../../../src/core/region.ts'
import { formatRegion } from '../../../src/core/region.ts'
import type { Message } from '../../../src/core/message.ts'
import type { OutboxEntry } from '../../../src/core/store.ts'
import { html, type Html } from '../html.ts'
import { namePlace } from '../place-names.ts'
import { showMoment } from '../show-moment.ts'
import { openReplies, placeMessages, timeline } from '../timeline.ts'
import { page } from './page.ts'
import { plainAttachments, plainFilePicker } from './plain-attachments.ts'
import { plainReply } from './plain-reply.ts'

export interface PlainPageParts {
  language: Language
  words: (id: string, values?: Readonly<Record<string, string>>) => string
  /** In which moments are written. */
  timeZone: string
  /** What the form carries from one page to the next; null before the first message. */
  visitor: { conversation: string; token: string } | null
  /** The id that the next message will have: sending the form again sends nothing twice. */
  nextMessage: string
  question: string
  region: Region | null
  regions: readonly Region[]
  placeNames: Readonly<Record<string, string>>
  /** Where each demand of the conversation is shown, below /web/, by its number. */
  ticketPages: ReadonlyMap<string, string>
  messages: readonly Message[]
  replies: readonly OutboxEntry[]
  /** True while the last message has no reply yet. */
  waiting: boolean
  withPerson: boolean
  notice: string | null
  /** How large files may be, and how many. */
  fileLimits: FileLimits
}

/** The conversation as a page with one form: all of it works without scripts. */
export function plainPage(parts: PlainPageParts): Html {
  const { language, words } = parts
  const replies = parts.replies.map(({ sequence, queuedAt, reply }) => ({ sequence, at: queuedAt, reply }))
  const messages = placeMessages(parts.messages, replies)
  const open = openReplies(messages, replies)
  return page({
    title: words('ui.plain.title'),
    language,
    words,
    otherLanguage: parts.visitor === null ? `/web/plain?language=${language === 'zh' ? 'en' : 'zh'}` : null,
    content: html`<main id="content" class="plain">
      <h1>${words('ui.plain.title')}</h1>
      <p class="intro">${words('ui.plain.intro')}</p>
      ${parts.notice !== null && html`<p class="status" role="status">${parts.notice}</p>`}
      <form method="post" action="/web/plain?language=${language}" enctype="multipart/form-data">
        ${carried(parts)}
        ${timeline(messages, replies).map((moment) => {
          const shown = {
            language,
            words,
            timeZone: parts.timeZone,
            placeNames: parts.placeNames,
            ticketPages: parts.ticketPages,
            open,
          }
          return moment.kind === 'notice'
            ? notice(moment.event, shown)
            : exchange(moment.message, moment.replies, shown)
        })}
        ${
          parts.waiting &&
          html`<p class="status" role="status">${words('ui.plain.waiting')}</p>
            <p><button name="do" value="wait" formnovalidate>${words('ui.plain.show')}</button></p>`
        }
        ${parts.withPerson && html`<p class="status" role="status">${words('ui.state.with-person')}</p>`} ${ask(parts)}
      </form>
      <p class="small">${words('ui.privacy')}</p>
      ${parts.visitor !== null && html`<p><a href="/web/plain?language=${language}">${words('ui.plain.again')}</a></p>`}
    </main>`,
  })
}

const hidden = (name: string, value: string) => html`<input type="hidden" name="${name}" value="${value}" />`

const carried = ({ visitor, nextMessage }: PlainPageParts) =>
  html`${hidden('id', nextMessage)}${visitor !== null && html`${hidden('conversation', visitor.conversation)}${hidden('token', visitor.token)}`}`

type Entry = Pick<OutboxEntry, 'sequence' | 'reply'> & { at: Date }
type Shown = Pick<PlainPageParts, 'language' | 'words' | 'placeNames' | 'ticketPages' | 'timeZone'> & {
  open: ReadonlySet<number>
}

const exchange = (message: Message, replies: readonly Entry[], { open, ...shown }: Shown) =>
  html`<section class="exchange">
    <h2><span class="who">${shown.words('ui.you')}</span> ${shown.placeNames[message.text] ?? message.text}</h2>
    ${plainAttachments(message.media, shown.words)}
    ${replies.map(({ sequence, reply }) => plainReply(reply, { ...shown, latest: open.has(sequence) }))}
  </section>`

const notice = ({ sequence, at, reply }: Entry, { open, language, timeZone, ...shown }: Shown) =>
  html`<section class="exchange told">
    <h2>
      ${shown.words('ui.notice')} <time datetime="${at.toISOString()}">${showMoment(at, language, timeZone)}</time>
    </h2>
    ${plainReply(reply, { ...shown, latest: open.has(sequence) })}
  </section>`

const ask = ({ words, language, question, regions, region, placeNames, fileLimits }: PlainPageParts) => {
  const chosen = formatRegion(region ?? [])
  return html`<div class="ask" id="ask">
    <p>
      <label for="text">${words('ui.ask')}</label>
      <textarea id="text" name="text" rows="3" maxlength="2000">${question}</textarea>
    </p>
    ${plainFilePicker(words, fileLimits)}
    <p>
      <label for="region">${words('ui.settings.region')}</label>
      <select id="region" name="region">
        <option value="">${words('ui.settings.region.any')}</option>
        ${regions
          .filter((each) => each.length > 0)
          .map(
            (each) =>
              html`<option value="${each.join('/')}" ${formatRegion(each) === chosen && html` selected`}>
                ${namePlace(each, placeNames)}
              </option>`,
          )}
      </select>
    </p>
    <p class="row">
      <button class="primary" name="do" value="ask">${words('ui.send')}</button>
      <button name="say" value="${words('ui.person.say')}">${words('ui.person')}</button>
      <button
        name="do"
        value="language-${language === 'zh' ? 'en' : 'zh'}"
        lang="${language === 'zh' ? 'en' : 'zh-CN'}"
      >
        ${words('ui.plain.other-language')}
      </button>
    </p>
  </div>`
}
