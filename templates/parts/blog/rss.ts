import { Feed } from 'feed'
import { toInstant } from '../../../scripts/model/zone.ts'
import { clean, cleanLine, printable, unturned } from '../clean.ts'
import { entryContent, sessionEnd } from '../feed.ts'
import { text } from '../html.ts'
import { sessionTitle } from '../session-title.ts'
import type { SiteData } from '../site-data.ts'
import { blogFront, blogPostPath, blogRssFile } from './blog-address.ts'

/** About a year: readers keep what they have seen. */
const mostItems = 52

/** The blog as RSS 2.0, newest first, https://www.rssboard.org/rss-specification. Addresses are whole. */
export function rssOf(archive: SiteData): string {
  const { site, blog, chats } = archive
  const posts = (blog?.posts ?? []).slice(0, mostItems)
  const address = (path: string) => new URL(path.slice(1), site.address).href
  const [newest] = posts
  const begun = chats[0] ? toInstant(`2000-01-01T${chats[0].chat.time}`, chats[0].chat.zone) : '2000-01-01'
  const feed = new Feed({
    id: address(blogFront(site)),
    link: address(blogFront(site)),
    feedLinks: { rss: address(blogRssFile) },
    title: cleanLine(site.title),
    description: cleanLine(site.tagline || site.title),
    language: site.language,
    updated: new Date(newest ? sessionEnd(newest.chat, newest.summary) : begun),
    generator: 'hashtag-chat-archive',
    copyright: '',
  })
  for (const { chat, summary, name, tags } of posts) {
    const link = address(blogPostPath(name))
    feed.addItem({
      id: link,
      link,
      title: text(cleanLine(sessionTitle(chat.chat, summary, archive))).toString(),
      date: new Date(sessionEnd(chat, summary)),
      description: clean(entryContent(archive, chat, { session: summary, link })),
      category: tags.map((tag) => ({ name: tag.name })),
    })
  }
  return `${printable(unturned(feed.rss2()))}\n`
}
