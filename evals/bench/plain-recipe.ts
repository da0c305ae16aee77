import { Embeddings } from '@langchain/core/embeddings'
import { Document } from '@langchain/core/documents'
import { MemoryVectorStore } from '@langchain/classic/vectorstores/memory'
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters'
import type { Embedder } from '../../src/retrieval/embedder.ts'

/** The same embedding model behind LangChain's interface. */
class SameModel extends Embeddings {
  constructor(private readonly embedder: Embedder) {
    super({})
  }
  override async embedDocuments(texts: string[]): Promise<number[][]> {
    const vectors = await this.embedder.embedMany(texts, new AbortController().signal)
    return vectors.map((vector) => [...vector])
  }
  override async embedQuery(text: string): Promise<number[]> {
    return [...(await this.embedder.embed(text, new AbortController().signal))]
  }
}

export interface PlainRecipe {
  chunks: number
  /** Documents of the nearest chunks, best first, each once. */
  search(question: string): Promise<readonly string[]>
}

/** The recipe of the tutorials: split recursively, embed, keep in memory, take the nearest. */
export async function createPlainRecipe(
  documents: readonly { document: string; text: string }[],
  embedder: Embedder,
): Promise<PlainRecipe> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize: 400, chunkOverlap: 50 })
  const chunks = await splitter.splitDocuments(
    documents.map(({ document, text }) => new Document({ pageContent: text, metadata: { document } })),
  )
  const store = await MemoryVectorStore.fromDocuments(chunks, new SameModel(embedder))
  return {
    chunks: chunks.length,
    async search(question) {
      const found = await store.similaritySearch(question, 20)
      return [...new Set(found.map(({ metadata }) => String(metadata['document'])))]
    },
  }
}
