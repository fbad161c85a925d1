import type { FiledPost } from '../../scripts/model/session.ts'
import { buildSite } from '../../scripts/site/build-site.ts'
import { chat, filed, post, segment, session } from '../builders.ts'
import { site } from '../templates/site.ts'
import { held } from './archive.ts'

/** Where the page of 3,000 posts stands in the site. */
export const longPage = 'lgovsm/2010-12-17/'

/** A site with one session of 3,000 posts, one a second from 13:00. */
export async function buildLongPage(folder: string): Promise<void> {
  const times = { start: '2010-12-17T13:00:00Z', end: '2010-12-17T14:00:00Z' }
  const posts = Array.from({ length: 3000 }, (_, index) => said(index))
  const long = session([segment('q1', posts, times)])
  await buildSite({
    archive: { site, pages: [], chats: [held(chat(), [long])] },
    output: folder,
    content: folder,
  })
}

/** Posts of one to fifteen lines, so that no guess at their height is right. */
function said(index: number): FiledPost {
  const at = new Date(Date.parse('2010-12-17T13:00:00Z') + index * 1000).toISOString().replace('.000', '')
  const text = `word${index} ${'something that was said and goes on '.repeat((index * 7) % 15)}`
  return filed(post({ id: String(10_000 + index), at, by: `by${index % 65}`, text }))
}
