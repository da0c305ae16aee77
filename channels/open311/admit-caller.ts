import type { AdmitKey } from '../../src/core/admit-key.ts'
import type { ApiKey } from '../../src/core/api-key.ts'
import type { Call, Caller } from './call.ts'
import { refuse } from './refusal.ts'

/** What a proxy in front asks for is no key of ours. */
const bearer = (header: string | null): string | null => (/^bearer /iu.test(header ?? '') ? header : null)

/** The key as the specification has it, a parameter of the form or the address, or as other interfaces have it, in the header. */
const presented = ({ request, query }: Pick<Call, 'request' | 'query'>, form: URLSearchParams | null): string | null =>
  form?.get('api_key')?.trim() || query.get('api_key')?.trim() || bearer(request.headers.get('authorization'))

/** Who reads. Nobody needs a key to read; one that is sent has to be right. */
export async function admitReader(admit: AdmitKey, call: Pick<Call, 'request' | 'query'>): Promise<Caller> {
  const key = presented(call, null)
  if (key === null) return null
  for (const scope of ['open311:read', 'open311:write'] as const) {
    const admission = await admit(key, scope)
    if (admission.kind === 'admitted') return admission.key
    if (admission.why === 'unknown') throw refuse(403, 'key')
  }
  throw refuse(403, 'scope')
}

/** Who files: that needs a key. */
export async function admitWriter(
  admit: AdmitKey,
  call: Pick<Call, 'request' | 'query'>,
  form: URLSearchParams,
): Promise<ApiKey> {
  const key = presented(call, form)
  if (key === null) throw refuse(403, 'no-key')
  const admission = await admit(key, 'open311:write')
  if (admission.kind === 'refused') throw refuse(403, admission.why === 'scope' ? 'scope' : 'key')
  return admission.key
}
