import { expect, test } from 'vitest'
import { summarize } from '../../../scripts/model/summary.ts'
import { blogLists } from '../../../templates/parts/blog/blog-lists.ts'
import { blogMonths } from '../../../templates/parts/blog/blog-months.ts'
import { siteData } from '../../../templates/parts/site-data.ts'
import { chat, filed, post, segment, session } from '../../builders.ts'
import { site } from '../site.ts'

test('ten posts a page, and each page leads to those beside it', () => {
  const lists = blogLists(data(21)).filter(({ tag }) => tag === undefined)
  expect(lists.map(({ path, newer, older, posts }) => [path, newer, older, posts.length])).toEqual([
    ['/blog/', undefined, '/blog/page/2/', 10],
    ['/blog/page/2/', '/blog/', '/blog/page/3/', 10],
    ['/blog/page/3/', '/blog/page/2/', undefined, 1],
  ])
  expect(lists[0]?.posts[0]?.summary.date).toBe('2001-01-21')
})

test('as the whole site the first page stands at both addresses, and the second leads to the front', () => {
  const lists = blogLists(data(11, 'tumblr')).filter(({ tag }) => tag === undefined)
  expect(lists.map(({ path, canonical, newer }) => [path, canonical, newer])).toEqual([
    ['/blog/', '/', undefined],
    ['/blog/page/2/', '/blog/page/2/', '/'],
    ['/', '/', undefined],
  ])
})

test('tags go on over pages of their own', () => {
  const paths = blogLists(data(11)).map(({ path }) => path)
  expect(paths).toContain('/blog/tagged/2001/page/2/')
  expect(paths).toContain('/blog/tagged/lgovsm/page/2/')
})

test('an empty blog has its front page, and no more', () => {
  expect(blogLists(data(0)).map(({ path }) => path)).toEqual(['/blog/'])
  expect(blogMonths(data(0))).toEqual([{ path: '/blog/archive/', year: undefined, months: [], years: [] }])
})

test('the archive goes by month, and is cut by year where it is long', () => {
  const [whole, ...none] = blogMonths(data(60))
  expect(whole?.months.map(({ month, posts }) => [month, posts.length])).toEqual([
    ['2001-03', 1],
    ['2001-02', 28],
    ['2001-01', 31],
  ])
  expect(none).toEqual([])
  const parts = blogMonths(data(800))
  expect(parts.map(({ path, months }) => [path, months.length])).toEqual([
    ['/blog/archive/', 3],
    ['/blog/archive/2003/', 3],
    ['/blog/archive/2002/', 12],
    ['/blog/archive/2001/', 12],
  ])
})

/** So many sessions, a day each from 1 January 2001 on. */
function data(count: number, theme: 'plain' | 'tumblr' = 'plain') {
  const of = chat()
  const dates = Array.from({ length: count }, (_, day) =>
    new Date(Date.UTC(2001, 0, 1 + day)).toISOString().slice(0, 10),
  )
  const summaries = dates.map((date) =>
    summarize(
      of,
      session([segment('q1', [filed(post({ at: `${date}T13:00:00Z`, id: '1' }))])], { date, checked: true }),
    ),
  )
  const blog = { isOn: true, first: undefined }
  return siteData({ site: { ...site, blog, theme }, pages: [] }, [{ chat: of, summaries }])
}
