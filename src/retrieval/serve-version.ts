import type { Library } from '../core/retriever.ts'
import { createLibrary } from './create-library.ts'
import type { KnowledgeIndex } from './open-index.ts'
import { createQuestionReader } from './read-question.ts'
import type { QuestionReader } from './read-question.ts'
import { createShardLastDays, createShardValidity } from './shard-validity.ts'
import type { ShardLastDays, ShardValidity } from './shard-validity.ts'
import type { Synonym } from './synonyms.ts'
import { createUsableDocuments } from './usable-documents.ts'
import type { UsableDocuments } from './usable-documents.ts'

/** One opened version of the knowledge with all that answers from it. */
export interface ServingVersion {
  index: KnowledgeIndex
  validity: ShardValidity
  lastDays: ShardLastDays
  library: Library
  usableDocuments: UsableDocuments
  readQuestion: QuestionReader
}

export function serveVersion(
  index: KnowledgeIndex,
  options: { timeZone: string; synonyms: readonly Synonym[] },
): ServingVersion {
  const validity = createShardValidity(index, options.timeZone)
  const lastDays = createShardLastDays(index)
  return {
    index,
    validity,
    lastDays,
    library: createLibrary(index, validity),
    usableDocuments: createUsableDocuments(index, validity),
    readQuestion: createQuestionReader(index.shards.zh, options.synonyms),
  }
}
