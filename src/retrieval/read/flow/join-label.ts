/** Sets a number or bullet before its text as a reader sees it: "（一）申请条件", "1. 申请条件", "第一条　为了…". */
export function joinLabel(label: string, text: string): string {
  const marker = label.trim()
  if (marker === '') return text
  if (/^第.{1,10}[编章节条]$/u.test(marker)) return `${marker}　${text}`
  return /[）】、：]$/u.test(marker) ? `${marker}${text}` : `${marker} ${text}`
}
