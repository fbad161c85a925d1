import twitterText from 'twitter-text'

/** What a post may weigh on X: https://docs.x.com/fundamentals/counting-characters */
const heaviest = 280
/** Fewer letters than these say nothing. */
const leastLetters = 20

/** Whether one post may hold it. */
export function fits(text: string): boolean {
  return twitterText.parseTweet(text).weightedLength <= heaviest
}

/**
 * As much of a text as one post holds between what stands around it: all of it, or its beginning and `…`, cut at a
 * word where that leaves something, else within one. Undefined where not even the `…` fits.
 */
export function cutToFit(before: string, text: string, after: string): string | undefined {
  if (fits(before + text + after)) return text
  return beginnings(text)
    .map((beginning) => `${beginning.replace(/[\s,;:–—-]+$/u, '')}…`)
    .find((cut) => fits(before + cut + after))
}

/** The longest first. */
function beginnings(text: string): string[] {
  // Of more letters only links would leave room.
  const letters = [...text].slice(0, 2 * heaviest)
  const all = letters.map((_, i) => letters.slice(0, letters.length - i))
  const atWords = all.filter((one) => one.length >= leastLetters && /\s/u.test(letters[one.length] ?? ''))
  return [...atWords, ...all, []].map((one) => one.join(''))
}
