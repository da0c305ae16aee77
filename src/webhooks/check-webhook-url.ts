import { BlockList, isIP } from 'node:net'

/** Why nothing can be sent to an address; each has its words under `operator.webhooks.url.<fault>`. */
export type WebhookUrlFault = 'malformed' | 'credentials' | 'plain'

/** Reads addresses and networks such as 10.20.0.0/16. Throws where one is neither. */
export function parseNetworks(networks: readonly string[]): BlockList {
  const list = new BlockList()
  for (const network of networks) {
    const [address = '', length] = network.split('/')
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
    if (isIP(address) === 0 || (length !== undefined && !/^\d{1,3}$/u.test(length)))
      throw new RangeError(`${network} is no address and no network.`)
    if (length === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(length), family)
  }
  return list
}

const loopback = (host: string) => (host === 'localhost' ? '127.0.0.1' : host)

/**
 * Looks at an address before it is kept. Without encryption messages go only to addresses in networks of our own, written as numbers or as
 * localhost. What a name resolves to is looked at when something is sent.
 */
export function checkWebhookUrl(url: string, networks: readonly string[]): WebhookUrlFault | null {
  if (!URL.canParse(url)) return 'malformed'
  const { protocol, hostname, username, password } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return 'malformed'
  if (username !== '' || password !== '') return 'credentials'
  if (protocol === 'https:') return null
  const address = loopback(hostname.replace(/^\[(.*)\]$/u, '$1'))
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return isIP(address) !== 0 && parseNetworks(networks).check(address, family) ? null : 'plain'
}
