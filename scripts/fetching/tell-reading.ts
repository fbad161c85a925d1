import { formatPrice } from '../model/price.ts'
import type { Page } from '../sources/x/pages.ts'
import type { Countdown } from '../sources/x/patience.ts'
import type { Progress } from '../terminal/progress.ts'

/** What one reading has come to. */
export type ReadingTeller = {
  readonly start: (label: string) => void
  readonly onPage: (page: Page) => void
  readonly onWait: (countdown: Countdown) => void
  readonly onAgain: (what: string) => void
  /** What a later run will not ask for again, as the end of a sentence; '' where there is nothing. */
  readonly sayKept: () => string
}

/** Tells of a reading while it goes on: pages, posts, money, and how long X makes us wait. */
export function createTeller(progress: Progress, spent: () => number): ReadingTeller {
  let label = ''
  let pages = 0
  let posts = 0
  return {
    start: (text) => {
      label = text
      pages = 0
      posts = 0
      progress.start(label)
    },
    onPage: ({ answer }) => {
      pages++
      posts += answer.posts.length
      const money = spent() === 0 ? '' : `, about ${formatPrice(spent())}`
      progress.advance(1, `page ${pages}: ${posts} posts so far${money}`)
    },
    onWait: ({ left, of }) => {
      if (left === of) progress.start(`X takes no more requests for now: waiting ${sayTime(of)}`, of)
      progress.advance(1, `${sayTime(left - 1)} left`)
      if (left === 1) progress.start(label)
    },
    onAgain: (what) => progress.advance(0, `${what}: trying again`),
    sayKept: () => {
      if (pages === 0) return ''
      const what = pages === 1 ? `a page with ${posts} posts is` : `${pages} pages with ${posts} posts are`
      return `; ${what} kept in .cache/raw and will not be paid for again`
    },
  }
}

function sayTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
