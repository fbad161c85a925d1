import { createHash } from 'node:crypto'
import { networkOf } from '../model/post.ts'

/** Every name that a fetched picture can have: `15753158659665920-1.jpg`. */
const pattern = /^(?:[0-9]{1,24}|[a-z0-9]{1,20}-[0-9a-f]{16})-[1-9][0-9]{0,2}\.(?:jpg|png)$/

export function isPictureName(name: string): boolean {
  return pattern.test(name)
}

/**
 * What the names of a post's pictures begin with, safe on every file system: an id of X as it is, any other as
 * its network and a hash, since it may hold anything.
 */
export function nameStart(id: string): string {
  if (/^[0-9]{1,24}$/.test(id)) return id
  const network = networkOf(id)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 20)
  return `${network || 'post'}-${createHash('sha256').update(id).digest('hex').slice(0, 16)}`
}

/** A name without what follows the dot: `15753158659665920-1`. */
export function stemOf(name: string): string {
  return name.replace(/\.[a-z]+$/, '')
}
