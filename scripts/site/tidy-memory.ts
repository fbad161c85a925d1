import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const megabyte = 2 ** 20
const least = 160 * megabyte
const slack = 100 * megabyte
let limit = least

/**
 * Clears away what is no longer used, once it is much. Left to itself Node would let it grow to several times of what
 * is in use, and a large archive would take the memory of a small computer.
 */
export function tidyMemory(): void {
  if (process.memoryUsage().heapUsed < limit) return
  setFlagsFromString('--expose-gc')
  const collect: () => void = runInNewContext('gc')
  collect()
  limit = Math.max(least, process.memoryUsage().heapUsed + slack)
}
