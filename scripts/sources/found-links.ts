import twitterText from 'twitter-text'
import type { Run } from '../model/post.ts'
import { toLinkRun } from './link.ts'
import { joinRuns } from './runs.ts'

/**
 * Text that came without a list of its links, cut at the addresses in it.
 * Without `http://` an address counts only with `www.` or a path: "at the end.So" is no link to Somalia.
 */
export function findLinks(text: string): Run[] {
  const runs: Run[] = []
  let done = 0
  for (const { url, indices } of twitterText.extractUrlsWithIndices(text)) {
    const whole = /^https?:\/\//i.test(url)
    if (!whole && !/^www\.|\//i.test(url)) continue
    runs.push(text.slice(done, indices[0]))
    runs.push(toLinkRun({ url, target: whole ? url : `http://${url}`, display: '' }))
    done = indices[1]
  }
  return joinRuns([...runs, text.slice(done)])
}
