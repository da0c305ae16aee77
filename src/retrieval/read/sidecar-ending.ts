/** A file of this ending beside a document holds what a front matter would: "办法.pdf.meta.yaml" beside "办法.pdf". */
export const sidecarEnding = '.meta.yaml'
