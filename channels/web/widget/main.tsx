import { render } from 'preact'
import { createApi } from './api.ts'
import { createChat } from './create-chat.ts'
import { listenToPage } from './listen-to-page.ts'
import { createMemory } from './memory.ts'
import { App } from './parts/app.tsx'
import { readSettings } from './settings.ts'
import style from './style/widget.css?inline'

/** Gives the shadow root its style as an object, which needs no exception from a strict policy; old browsers get an element. */
function dress(root: ShadowRoot): void {
  try {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style)
    root.adoptedStyleSheets = [sheet]
  } catch {
    const element = document.createElement('style')
    element.textContent = style
    root.append(element)
  }
}

function mount(script: HTMLScriptElement): void {
  if (document.querySelector('civicline-widget') !== null) return
  const settings = readSettings(script)
  const memory = createMemory(`civicline:${settings.base}`, () => globalThis.localStorage)
  const pageLanguage = document.documentElement.lang.toLowerCase().startsWith('en') ? 'en' : 'zh'
  const api = createApi(settings.base)
  const opening = () => {
    const { language, region } = memory.preferences()
    const place = region ?? settings.region
    return {
      language: language ?? settings.language ?? pageLanguage,
      region: place?.length === 0 ? null : place,
    } as const
  }
  const chat = createChat({ api, memory, opening })
  const host = document.createElement('civicline-widget')
  const root = host.attachShadow({ mode: 'open' })
  dress(root)
  document.body.append(host)
  render(
    <App
      chat={chat}
      api={api}
      settings={settings}
      memory={memory}
      pageLanguage={pageLanguage}
      onAsked={listenToPage}
    />,
    root,
  )
}

const script = document.currentScript
if (script instanceof HTMLScriptElement) {
  if (document.body !== null) mount(script)
  else document.addEventListener('DOMContentLoaded', () => mount(script))
}
