import { faultCases } from './bench/faults/fault-cases.ts'
import { askedAgain, tryFault } from './bench/faults/try-fault.ts'

/** `npm run bench:faults`: every fault that X can be told to have, and what becomes of the posts. */
const whole = await tryFault()
const all = whole.posts ?? []
console.log(
  `A session of ${all.length} posts in ${whole.asked.length} requests; each fault from the second on.\n`,
)
let lost = 0
let again = 0
let failed = 0
for (const one of faultCases) {
  const tried = await tryFault(one)
  // The next run, once X is well again: it goes on behind the pages that are kept.
  const next = await tryFault(undefined, tried.pages)
  const missing = [tried.posts ?? next.posts ?? [], next.posts ?? []].map((posts) => missingFrom(all, posts))
  lost += Math.max(...missing)
  again += askedAgain(tried, next)
  const isRight =
    one.ends === 'whole' ? tried.posts?.join() === all.join() : one.ends.test(tried.sentence ?? '')
  if (!isRight) failed++
  const waited = tried.waited > 0 ? `, waited ${Math.round(tried.waited)} s` : ''
  console.log(
    `${isRight ? 'ok  ' : 'FAIL'} ${one.name.padEnd(40)} ${String(tried.asked.length).padStart(2)} requests${waited}: ${tried.sentence ?? 'whole'}`,
  )
}
console.log(
  `\nFaults tried: ${faultCases.length}; survived: ${faultCases.length - failed}; posts lost: ${lost}; stored pages asked for again: ${again}`,
)
if (failed + lost + again > 0) process.exitCode = 1

function missingFrom(all: readonly string[], posts: readonly string[]): number {
  const found = new Set(posts)
  return all.filter((id) => !found.has(id)).length
}
