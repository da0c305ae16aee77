/** Instructions to a language model, read from prompts/<id>.<language>.md. */
export interface Prompt {
  id: string
  version: string
  /** The two messages with what goes into their blanks; throws where a value is missing. */
  fill(values: Readonly<Record<string, string>>): { system: string; user: string }
  /** Its sentences as written. None of them may ever be shown. */
  sentences: readonly string[]
}
