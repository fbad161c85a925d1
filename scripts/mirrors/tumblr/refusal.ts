import { MirrorTrouble } from '../trouble.ts'
import { envelope, parseExactly } from './answers.ts'
import type { Raw } from './capture.ts'

const keys = 'TUMBLR_CONSUMER_KEY, TUMBLR_CONSUMER_SECRET, TUMBLR_TOKEN and TUMBLR_TOKEN_SECRET'

/** What Tumblr refused, in words for the host. `now` in milliseconds since 1970. */
export function toRefusal(raw: Raw, blog: string, now: number): MirrorTrouble {
  const { status } = raw
  const said = readErrors(raw.body)
  const codes = said.map(({ code }) => code)
  const words = said
    .map(({ title }) => oneLine(title))
    .filter(Boolean)
    .join('; ')
  const say = (reason: string) => `Tumblr answered ${status}: ${reason}`
  if (status === 401) return new MirrorTrouble(say(`${keys} are not accepted; see docs/tumblr.md`), 'never')
  if (status === 404) return new MirrorTrouble(say(notFound(blog)), 'gone')
  if (status === 429) return new MirrorTrouble(say('too many calls'), { from: resetOf(raw, now) })
  if (codes.includes(8023)) return full(say('the blog takes no more new posts today'), raw, now)
  if (codes.includes(8004)) return full(say('the blog takes no more pictures today'), raw, now)
  if (status === 403) {
    const reason = words || 'no reason given'
    return new MirrorTrouble(
      say(
        `the keys may not post to ${blog} (${reason}): make them with the account that owns the blog; see docs/tumblr.md`,
      ),
      'never',
    )
  }
  if (status >= 500 || status === 408)
    return new MirrorTrouble(say('it has trouble of its own: run the command again later'), 'soon')
  return new MirrorTrouble(
    say(`${words || oneLine(raw.body) || 'no reason given'}: nothing was changed`),
    'refused',
  )
}

function notFound(blog: string): string {
  return `there is no blog ${blog}: check tumblr: in content/site.yaml`
}

/** Its days end at midnight in New York; where the answer does not say when, in an hour is soon enough to ask. */
function full(sentence: string, raw: Raw, now: number): MirrorTrouble {
  return new MirrorTrouble(sentence, { from: resetOf(raw, now) })
}

/** Headers count seconds from now, and only the limit that is used up matters. */
function resetOf({ headers }: Raw, now: number): number | undefined {
  for (const window of ['perday', 'perhour']) {
    if (Number(headers[`x-ratelimit-${window}-remaining`] ?? Number.NaN) > 0) continue
    const seconds = Number(headers[`x-ratelimit-${window}-reset`] ?? Number.NaN)
    if (Number.isFinite(seconds) && seconds >= 0 && seconds <= 86_400) return now + seconds * 1000
  }
  return undefined
}

function readErrors(body: string): readonly { readonly title: string; readonly code: number }[] {
  try {
    return envelope.parse(parseExactly(body)).errors ?? []
  } catch {
    return []
  }
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
