import { setFlagsFromString } from 'node:v8'

/**
 * Has Node clear its memory whenever it holds two fifths more than was in use the last time. Left to itself it lets
 * it grow to several times of that, and a large archive would take the memory of a small computer.
 */
export function keepMemoryModest(): void {
  setFlagsFromString('--heap-growing-percent=40')
}
