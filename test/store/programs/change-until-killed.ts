/**
 * Gives demands from one body to the other, and tells each change line by line once the office has acknowledged it. It works until it is
 * killed.
 */
import { fileURLToPath } from 'node:url'
import { loadCatalogue } from '../../../src/load-catalogue.ts'
import { loadData } from '../../../src/load-data.ts'
import { createStore } from '../../../src/store/create-store.ts'
import { createTicketOffice } from '../../../src/ticket-office.ts'
import { createCalendar } from '../../../src/tickets/calendar/create-calendar.ts'
import { noon } from '../makers.ts'

const [url = '', dataFolder = '', run = '', ...numbers] = process.argv.slice(2)
const tell = (...words: string[]) => process.stdout.write(`${words.join(' ')}\n`)
const quiet = { log: () => undefined, announce: () => undefined, send: () => undefined }

const { deadlines: rules, speak } = await loadData()
const { catalogue } = await loadCatalogue(fileURLToPath(new URL('../../../knowledge', import.meta.url)))
const store = await createStore({ url: url === '' ? null : url, dataFolder, clock: () => noon })
const office = createTicketOffice({
  ...{ store, rules, calendar: createCalendar(rules.calendar), catalogue, dispatcher: null, speak, ...quiet },
  clock: () => noon,
})

/** One demand after another change; the others at the same time. */
async function change(number: string): Promise<never> {
  for (let count = 0; ; count += 1) {
    const lead =
      (await store.cases.case(number))?.assignment?.lead === 'housing-bureau' ? 'drainage-company' : 'housing-bureau'
    const key = `${run}-${count}`
    const assignment = { lead, coHandling: [], line: null, reason: key }
    const answer = await office.execute(number, {
      ...{ kind: 'redispatch', by: { role: 'operator', id: 'o' }, key, assignment },
    })
    if (answer.kind !== 'done') throw new Error(JSON.stringify(answer))
    tell('done', number, key)
  }
}

tell('ready')
await Promise.all(numbers.map(change))
