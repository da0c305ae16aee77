/** What spreadsheets would take for a formula: it could send what stands beside it elsewhere. */
export const formulaBeginning = /^'*\s*[=+\-@＝＋－＠]/u

/** Takes back the mark that an exported text bears so that it is no formula. */
export const withoutGuard = (text: string): string =>
  text.startsWith("'") && formulaBeginning.test(text.slice(1)) ? text.slice(1) : text
