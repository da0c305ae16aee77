import { useState } from 'preact/hooks'
import { namePlace } from '../../place-names.ts'
import type { ChatState } from '../chat-state.ts'
import { copyText } from '../copy-text.ts'
import type { Preferences } from '../memory.ts'
import { conversationText } from '../plain-words.ts'
import { printText } from '../print-text.ts'
import { useSurroundings } from '../surroundings.ts'
import type { Language } from '../words.ts'
import { Panel } from './panel.tsx'

interface SettingsProps {
  state: ChatState
  preferences: Preferences
  region: readonly string[] | null
  onChange: (change: Partial<Preferences>) => void
  onClose: () => void
}

const languages: readonly (readonly [Language, string])[] = [
  ['zh', '中文'],
  ['en', 'English'],
]

/** Place, language, display, and what can be done with the whole conversation. */
export function SettingsPanel({ state, preferences, region, onChange, onClose }: SettingsProps) {
  const { words, language } = useSurroundings()
  return (
    <Panel title={words('ui.settings')} onClose={onClose}>
      <div class="settings">
        <RegionChoice region={region} onChange={onChange} />
        <fieldset>
          <legend>{words('ui.settings.language')}</legend>
          {languages.map(([each, name]) => (
            <label key={each} lang={each === 'zh' ? 'zh-CN' : 'en'}>
              <input
                type="radio"
                name="language"
                checked={language === each}
                onChange={() => onChange({ language: each })}
              />
              {name}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{words('ui.settings.display')}</legend>
          {(['large', 'contrast'] as const).map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={preferences[each]}
                onChange={({ currentTarget }) => onChange({ [each]: currentTarget.checked })}
              />
              {words(`ui.settings.${each}`)}
            </label>
          ))}
        </fieldset>
        <Whole state={state} onClose={onClose} />
      </div>
    </Panel>
  )
}

function RegionChoice({ region, onChange }: Pick<SettingsProps, 'region' | 'onChange'>) {
  const { words, start } = useSurroundings()
  const regions = start.regions.filter(({ length }) => length > 0)
  const chosen = (region ?? []).join('/')
  const offered = regions.some((each) => each.join('/') === chosen) || region === null ? regions : [region, ...regions]
  return (
    <label class="field">
      {words('ui.settings.region')}
      <select
        value={chosen}
        onChange={({ currentTarget: { value } }) => onChange({ region: value === '' ? [] : value.split('/') })}
      >
        <option value="">{words('ui.settings.region.any')}</option>
        {offered.map((each) => (
          <option key={each.join('/')} value={each.join('/')}>
            {namePlace(each, start.placeNames)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Whole({ state, onClose }: Pick<SettingsProps, 'state' | 'onClose'>) {
  const { words, chat, settings, language } = useSurroundings()
  const [copied, setCopied] = useState<string | null>(null)
  const text = () => conversationText(state, words)
  const empty = state.messages.length === 0
  return (
    <div class="whole">
      <button
        type="button"
        disabled={empty}
        onClick={() => void copyText(text()).then((done) => setCopied(done ? 'ui.copied' : 'ui.copy-failed'))}
      >
        <span role="status">{words(copied ?? 'ui.settings.copy-all')}</span>
      </button>
      <button type="button" disabled={empty} onClick={() => printText(settings.title ?? words('ui.title'), text())}>
        {words('ui.settings.print-all')}
      </button>
      <a href={`${settings.base}plain?language=${language}`}>{words('ui.settings.plain')}</a>
      <button
        type="button"
        aria-describedby="restart-hint"
        onClick={() => {
          chat.restart()
          onClose()
        }}
      >
        {words('ui.settings.new')}
      </button>
      <p id="restart-hint" class="small">
        {words('ui.settings.new.hint')}
      </p>
    </div>
  )
}
