import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { z } from 'zod'

const wordsId = 'virtual:words'
const pageWords = /^ui\.(?:portal|plain|topic|failure)\./u

/** The widget's words, taken from the phrase files when it is built, so that it can speak without a connection too. */
function words(): Plugin {
  const read = (language: string) => {
    const file = new URL(`../../../prompts/phrases.${language}.json`, import.meta.url)
    const phrases = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
    return Object.fromEntries(Object.entries(phrases).filter(([id]) => id.startsWith('ui.') && !pageWords.test(id)))
  }
  return {
    name: 'words',
    resolveId: (id) => (id === wordsId ? `\0${wordsId}` : null),
    load: (id) =>
      id === `\0${wordsId}` ? `export default ${JSON.stringify({ zh: read('zh'), en: read('en') })}` : null,
  }
}

/** One script with everything in it: widget/dist/widget.js. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [words()],
  logLevel: 'warn',
  build: {
    target: 'es2020',
    outDir: 'dist',
    emptyOutDir: true,
    reportCompressedSize: false,
    lib: {
      entry: fileURLToPath(new URL('main.tsx', import.meta.url)),
      formats: ['iife'],
      name: 'civicline',
      fileName: () => 'widget.js',
    },
  },
})
