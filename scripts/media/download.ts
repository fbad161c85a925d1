import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { guardedLookup, internet, type Network } from './network.ts'
import { NoPicture } from './no-picture.ts'
import { requireAddress } from './picture-address.ts'
import { readBody } from './read-body.ts'

/** Brings the bytes of one address. Throws NoPicture where there are none to be had. */
export type Download = (url: string) => Promise<Downloaded>

export type Downloaded = {
  readonly bytes: Uint8Array
  /** What the server calls it, `image/png`; '' where it says nothing. */
  readonly type: string
}

export type DownloadSettings = {
  /** Names of hosts, lower case; no other is asked, by a redirect neither. */
  readonly hosts: readonly string[]
  readonly network?: Network
  readonly limits?: Limits
}

export type Limits = { readonly bytes: number; readonly milliseconds: number; readonly redirects: number }

const usualLimits: Limits = { bytes: 10_000_000, milliseconds: 30_000, redirects: 3 }

/** Downloads over https from the hosts alone, and from public addresses alone, whatever a name resolves to. */
export function openDownload({
  hosts,
  network = internet,
  limits = usualLimits,
}: DownloadSettings): Download {
  const { port, ca } = network
  const lookup = guardedLookup(network)
  const agent = new Agent({ lookup, keepAlive: true, maxSockets: 2, timeout: limits.milliseconds })
  const ask = (url: URL, signal: AbortSignal): Promise<IncomingMessage> =>
    new Promise((answered, failed) => {
      const trust = ca === undefined ? {} : { ca }
      const sent = request(url, { agent, headers, port, signal, rejectUnauthorized: true, ...trust })
      sent.on('response', answered).on('error', failed).end()
    })

  const follow = async (text: string, left: number, signal: AbortSignal): Promise<Downloaded> => {
    const url = requireAddress(text, hosts)
    const response = await ask(url, signal)
    const { statusCode: status = 0, headers } = response
    if (status === 200) return { bytes: await readBody(response, limits.bytes), type: typeOf(response) }
    response.destroy()
    const { location } = headers
    if (!isRedirect(status) || location === undefined) throw new NoPicture(sayStatus(status))
    if (left === 0) throw new NoPicture('its address leads from one to the next without end')
    if (!URL.canParse(location, url.href)) throw new NoPicture('it leads to an address that is none')
    return follow(new URL(location, url).href, left - 1, signal)
  }

  return async (text) => {
    const signal = AbortSignal.timeout(limits.milliseconds)
    try {
      return await follow(text, limits.redirects, signal)
    } catch (error) {
      throw toNoPicture(error, signal)
    }
  }
}

const headers = {
  accept: 'image/jpeg, image/png, image/webp, image/gif',
  'accept-encoding': 'identity',
  'user-agent': 'hashtag-chat-archive',
}

function typeOf({ headers }: IncomingMessage): string {
  return (headers['content-type'] ?? '').replace(/;.*/s, '').trim().toLowerCase()
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function sayStatus(status: number): string {
  if (status === 404 || status === 410) return 'it is not there any more'
  if (status === 401 || status === 403) return `its server shows it to nobody (${status})`
  return `its server answered ${status}`
}

/** Whatever goes wrong on the way leaves a post with its address and nothing else. */
function toNoPicture(error: unknown, signal: AbortSignal): NoPicture {
  if (error instanceof NoPicture) return error
  const isUnreachable = true
  if (signal.aborted) return new NoPicture('it took too long', { isUnreachable, cause: error })
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'no connection'
  return new NoPicture(`its server could not be reached (${code})`, { isUnreachable, cause: error })
}
