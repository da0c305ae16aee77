import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { z } from 'zod'

const widgetWords =
  /^(?:ui|draft|intake\.confirm|ticket\.(?:do|visit|rate|noted))\b(?!\.(?:portal|plain|topic|failure)\.)/u

/** The widget's own words in a language, from the phrase file. */
function wordsOf(language: string): Readonly<Record<string, string>> {
  const file = new URL(`../../../prompts/phrases.${language}.json`, import.meta.url)
  const phrases = z.record(z.string(), z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))
  return Object.fromEntries(Object.entries(phrases).filter(([id]) => widgetWords.test(id)))
}

/** One script with everything in it: widget/dist/widget.js. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  define: { builtInWords: JSON.stringify({ zh: wordsOf('zh'), en: wordsOf('en') }) },
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
