import type { ReadKnowledgeFile } from '../knowledge-file.ts'
import { readMarkdown } from './text/read-markdown.ts'

/** Reads the files of one knowledge folder. */
export const readKnowledgeFile =
  (folder: string): ReadKnowledgeFile =>
  async (file) => {
    if (folder === '' || !/\.md$/iu.test(file.name) || /(?:^|\/)README\.md$/iu.test(file.name)) return []
    return [
      {
        path: file.name,
        reading: await readMarkdown(file, { fileBytes: 0, unpackedBytes: 0, ratio: 0, entries: 0, parts: 0 }),
      },
    ]
  }
