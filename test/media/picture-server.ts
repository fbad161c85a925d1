import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import type { Network } from '../../scripts/media/network.ts'

export type PictureServer = {
  /** Every name leads to this server, and to nothing else. */
  readonly network: Network
  /** Paths that were asked for, with the host's name. */
  readonly asked: string[]
  readonly close: () => void
}

const names = ['pbs.test', 'cdn.test', 'other.test']

/** An https server on loopback with a certificate of its own, made for this run. */
export async function startPictureServer(listener: RequestListener): Promise<PictureServer> {
  const altNames = names.map((value) => ({ type: 2 as const, value }))
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'pbs.test' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    extensions: [{ name: 'subjectAltName', altNames }],
  })
  const asked: string[] = []
  const server = createServer({ cert, key }, (request, response) => {
    asked.push(`${request.headers.host?.replace(/:\d+$/, '')}${request.url}`)
    listener(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const network = {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    isAllowed: (address: string) => address === '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    ca: cert,
  }
  const close = () => {
    server.close()
    server.closeAllConnections()
  }
  return { network, asked, close }
}
