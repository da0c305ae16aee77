import { expect, it } from 'vitest'
import { createSpeak, phrase } from '../../src/core/phrase.ts'

it('names places in English sentences by their English names', () => {
  const files = { zh: { where: '在{region}' }, en: { where: 'in {region}' } }
  const speak = createSpeak(files, { 云汀市: 'Yunting', 滨江区: 'Binjiang' })
  const where = phrase('where', { region: '云汀市/滨江区' })
  expect([speak(where, 'en'), speak(where, 'zh')]).toEqual(['in Yunting, Binjiang', '在云汀市/滨江区'])
})
