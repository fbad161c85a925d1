import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { NoPicture } from './no-picture.ts'
import { isPublicAddress } from './public-address.ts'

/** How names become addresses, and which of them may be asked. Tests bring their own. */
export type Network = {
  readonly resolve: (host: string) => Promise<readonly LookupAddress[]>
  readonly isAllowed: (address: string) => boolean
  /** Port that is asked. */
  readonly port: number
  /** Certificates to trust besides the usual ones. */
  readonly ca: string | undefined
}

export const internet: Network = {
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  isAllowed: isPublicAddress,
  port: 443,
  ca: undefined,
}

/**
 * A look-up for connections: the addresses that were judged are the ones that are connected to. One that is not
 * allowed spoils the name.
 */
export function guardedLookup({ resolve, isAllowed }: Network): LookupFunction {
  return (host, options, callback) => {
    const done = (addresses: readonly LookupAddress[]) => {
      const family = options.family === 4 || options.family === 6 ? options.family : undefined
      const usable = addresses.filter((one) => family === undefined || one.family === family)
      const [first] = usable
      if (!first) throw new NoPicture(`${host} has no address`, { isUnreachable: true })
      const local = addresses.find(({ address }) => !isAllowed(address))
      if (local) throw new NoPicture(`${host} leads to ${local.address}, which is not on the public internet`)
      if (options.all) return callback(null, [...usable])
      return callback(null, first.address, first.family)
    }
    resolve(host)
      .then(done)
      .catch((error: unknown) => callback(toError(error, host), []))
  }
}

function toError(error: unknown, host: string): Error {
  if (error instanceof NoPicture) return error
  return new NoPicture(`${host} cannot be found`, { isUnreachable: true, cause: error })
}
