import type { Fault } from '../../demo/fault.ts'
import { faults } from '../../demo/faults.ts'
import type { XSettings } from '../../sources/x/source.ts'

/** One way in which X misbehaves, and how the reading is to end. */
export type FaultCase = {
  readonly name: string
  readonly fault: () => Fault
  /** The second of several requests, or each from the second on. */
  readonly strikes: 'once' | 'always'
  /** All posts, each once and in order; or a sentence for the host. */
  readonly ends: 'whole' | RegExp
  readonly settings?: Partial<XSettings>
}

const quick = { timeoutMillis: 150, totalMillis: 150 }

/** What is made good by asking again, and what is not. */
export const faultCases: readonly FaultCase[] = [
  once('429, a wait of 40 seconds', () => faults.rateLimited(40)),
  once('429, a wait of a quarter of an hour', () => faults.rateLimited(900)),
  ends(
    '429, a wait of a day',
    () => faults.rateLimited(86_400),
    /X answered 429: too many requests, and that is too long to wait for: try again after 2\S+Z$/,
  ),
  ends('429 for ever', () => faults.rateLimited(5), /X answered 429: too many requests: try again after/),
  ends(
    "429, the month's posts used up",
    faults.usageCapped,
    /X answered 429: the posts .* are used up: raise the limit .* or wait/,
  ),
  ends(
    '401',
    faults.unauthorized,
    /X answered 401: X_BEARER_TOKEN is not accepted; see "Your own chat" in README.md$/,
  ),
  ends('403, not enrolled', faults.notEnrolled, /X answered 403: .* is in no project: attach it to one/),
  ends(
    '400',
    () => faults.badRequest('no such operator'),
    /X answered 400: .*no such operator: check chat.yaml$/,
  ),
  once('503 with a page of HTML', () => faults.serverError(503)),
  once('500 with a page of HTML', () => faults.serverError(500)),
  ends(
    '502 for ever',
    () => faults.serverError(502),
    /X answered 502: it has trouble of its own: try again later$/,
  ),
  once('200 with errors and no posts', faults.errorsOnly),
  ends('200 with errors and no posts, for ever', faults.errorsOnly, /X gave no posts but an error/),
  once('an empty page that names a next one', faults.emptyPage),
  once('a page that names itself as the next', faults.repeatedToken),
  ends(
    'pages that name themselves for ever',
    faults.repeatedToken,
    /the same next page twice, so there is no end/,
  ),
  once('the same page twice', faults.samePageTwice),
  ends('the same page for ever', faults.samePageTwice, /the same next page twice, so there is no end/),
  within(
    { mostPages: 20 },
    ends(
      'more pages than a chat can have',
      faults.samePageTwice,
      /page 21: this search has no end: try again/,
    ),
  ),
  once('posts out of order', faults.outOfOrder),
  always('posts out of order on every page', faults.outOfOrder),
  once('half the JSON', faults.cutJson),
  once('half the body', faults.cutBody),
  ends('half the body for ever', faults.cutBody, /the connection broke off within an answer: try again$/),
  once('gzip that breaks off', faults.brokenGzip),
  ends('gzip that breaks off for ever', faults.brokenGzip, /the packed answer is broken: try again$/),
  within(
    quick,
    once('one byte at a time', () => faults.drip(20)),
  ),
  within(
    quick,
    ends('one byte at a time for ever', () => faults.drip(20), /no whole answer in time: try again later$/),
  ),
  within(quick, once('no answer', faults.noAnswer)),
  within(quick, ends('no answer for ever', faults.noAnswer, /no (whole )?answer in time: try again later$/)),
  once('a reset connection', faults.reset),
  ends(
    'connections reset for ever',
    faults.reset,
    /cannot be reached \(\w+\): check the network and try again$/,
  ),
  ends(
    '500 MB',
    () => faults.huge(),
    /the answer is longer than 20 MB, so it was not read: try again later$/,
  ),
  ends(
    'a redirect to another host',
    () => faults.redirect(),
    /X answered 302: it points to example\.com, where the token was not sent: check/,
  ),
]

function once(name: string, fault: () => Fault): FaultCase {
  return { name, fault, strikes: 'once', ends: 'whole' }
}

function always(name: string, fault: () => Fault): FaultCase {
  return { name, fault, strikes: 'always', ends: 'whole' }
}

function ends(name: string, fault: () => Fault, how: RegExp): FaultCase {
  return { name, fault, strikes: 'always', ends: how }
}

function within(settings: Partial<XSettings>, one: FaultCase): FaultCase {
  return { ...one, settings }
}
