import { randomBytes } from 'node:crypto'
import type { ContributionNetwork } from '../model/contribution.ts'

/** `email:5f0c…`: tells the way it came, and nothing else. */
export function newPlaceId(network: ContributionNetwork): string {
  return `${network}:${randomBytes(8).toString('hex')}`
}
