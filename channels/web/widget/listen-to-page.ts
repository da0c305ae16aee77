/**
 * Lets the page ask through the widget: a link or a form marked data-civicline-ask opens it with its question. Without the widget such a
 * link or form works as it is.
 */
export function listenToPage(ask: (question: string) => void): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-civicline-ask]') : null
    if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    ask(link.getAttribute('data-civicline-ask') ?? '')
  })
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-civicline-ask')) return
    event.preventDefault()
    const field = form.querySelector<HTMLInputElement>('input[type=text], input[type=search], textarea')
    ask(field?.value ?? '')
    form.reset()
  })
}
