/**
 * What is sent, before it is XML or JSON. The specification maps the one on the other by the "Spark convention": a list has a name for its
 * items in XML and none in JSON, and the outermost element has its name in XML alone.
 */
export type Content = string | number | boolean | null | List | Fields
export interface Fields {
  readonly [name: string]: Content
}
export interface List {
  readonly each: string
  readonly of: readonly Content[]
}
export interface Document {
  root: string
  content: List | Fields
}

export const list = (each: string, of: readonly Content[]): List => ({ each, of })

export const isList = (content: Content): content is List =>
  typeof content === 'object' && content !== null && Array.isArray(content['of'])
