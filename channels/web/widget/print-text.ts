/** Prints text from a page of its own, so that the site around the widget stays off the paper. */
export function printText(title: string, text: string): void {
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.title = title
  document.body.append(frame)
  const paper = frame.contentDocument
  const sheet = frame.contentWindow
  if (paper === null || sheet === null) return frame.remove()
  paper.title = title
  const heading = paper.createElement('h1')
  heading.textContent = title
  const body = paper.createElement('pre')
  body.textContent = text
  // Styled through the object model: a policy without inline style allows that.
  body.style.cssText = 'font: 12pt/1.6 serif; white-space: pre-wrap; overflow-wrap: anywhere'
  paper.body.append(heading, body)
  sheet.addEventListener('afterprint', () => frame.remove())
  sheet.focus()
  sheet.print()
}
