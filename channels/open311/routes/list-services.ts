import { showAttributes } from '../attributes.ts'
import type { Respond } from '../call.ts'
import { list } from '../document.ts'
import type { Open311Options } from '../options.ts'
import { refuse } from '../refusal.ts'
import type { Services } from '../services.ts'
import { sendDocument } from '../write-document.ts'

/** The same for everybody, and changed by a restart only. */
const headers = { 'cache-control': 'public, max-age=300', vary: 'accept-language' }

export const listServices =
  (services: Services): Respond =>
  ({ format, language }) => {
    const content = list(
      'service',
      services.offered.map((service) => services.show(service, language)),
    )
    return Promise.resolve(sendDocument({ root: 'services', content }, { format, headers }))
  }

export const defineService =
  (services: Services, { speak }: Pick<Open311Options, 'speak'>): Respond =>
  ({ id, format, language }) => {
    const service = services.find(id)
    if (service === null) throw refuse(404, 'service', { code: id })
    const content = { service_code: service.code, attributes: showAttributes(speak, language) }
    return Promise.resolve(sendDocument({ root: 'service_definition', content }, { format, headers }))
  }
