import { phrase } from '../../../src/core/phrase.ts'
import type { Call, Respond } from '../call.ts'
import { list } from '../document.ts'
import type { Open311Options } from '../options.ts'
import { writeMoment } from '../read-moment.ts'
import { sendDocument } from '../write-document.ts'

/** Says which interfaces there are, in which formats, and how to get a key. What is offered can only have changed since the start. */
export function discoverRoute({ contact, speak }: Pick<Open311Options, 'contact' | 'speak'>, started: Date): Respond {
  const changeset = writeMoment(started)
  return ({ base, format, language }: Call) => {
    const reached = contact ?? speak(phrase('open311.contact'), language)
    const endpoint = {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: base,
      changeset,
      type: 'production',
      formats: list('format', ['text/xml', 'application/json']),
    }
    const content = {
      changeset,
      contact: reached,
      key_service: speak(phrase('open311.key-service', { contact: reached }), language),
      endpoints: list('endpoint', [endpoint]),
    }
    return Promise.resolve(sendDocument({ root: 'discovery', content }, { format }))
  }
}
