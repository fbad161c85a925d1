import type { Fault } from '../fault.ts'

/** Something that goes wrong with one call: before Tumblr has done it, or after, when the answer is on its way. */
export type Mishap = { readonly name: string; readonly moment: 'before' | 'after'; readonly fault: Fault }

/** Nothing was done: a call that is made again does no harm. */
export function before(fault: Fault): Mishap {
  return { name: `${fault.name}, before`, moment: 'before', fault }
}

/** It was done, and whoever asked is not told: a post may be there that nobody wrote down. */
export function after(fault: Fault): Mishap {
  return { name: `${fault.name}, after`, moment: 'after', fault }
}
