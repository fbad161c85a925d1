import { linkTo } from '../address.ts'
import { isolated } from '../clean.ts'
import { type Content, type Html, html } from '../html.ts'
import { nextTime } from '../next-time.ts'
import { findHref } from '../safe-href.ts'
import type { SiteData } from '../site-data.ts'
import { blogPostPath, blogSubmitPath } from './blog-address.ts'

/** What `/blog/ask/` and `/blog/submit/` say. */
export function doorMain(archive: SiteData, door: 'ask' | 'submit'): Html {
  const { words, chats } = archive
  if (door === 'submit') {
    return html`<h1>${words.blog.submitTitle}</h1>
<p>${words.blog.submitIntro}
${waysIn(archive, words.blog.submitSubject)}${newestQuestions(archive)}`
  }
  return html`<h1>${words.blog.askTitle}</h1>
<p>${words.blog.askIntro}
${waysIn(archive, words.blog.askSubject)}<h2>${words.next}</h2>
${chats.map((item) => html`${chats.length > 1 && html`<h3>${item.chat.title}</h3>\n`}${nextTime(archive, item)}`)}`
}

function waysIn({ site, words, chats }: SiteData, subject: string): Html {
  const { contact } = site
  if (contact === undefined) {
    const hosts = [...new Set(chats.flatMap(({ chat }) => chat.hosts))].map((handle) => `@${handle}`)
    return html`<p>${words.blog.askHosts(hosts.length === 0 ? words.theHosts : hosts.join(', '))}\n`
  }
  const href = findHref(contact)
  if (href !== undefined) return html`<p><a href="${href}">${words.blog.webTo(contact)}</a>\n`
  const mail = `mailto:${contact}?subject=${encodeURIComponent(subject)}`
  return html`<p><a href="${mail}">${words.blog.mailTo(contact)}</a>\n`
}

/** What is there to be answered: the questions of the newest post. */
function newestQuestions({ blog, words }: SiteData): Content {
  const [post] = blog?.posts ?? []
  const asked = post?.summary.questions.filter(({ text }) => text !== '') ?? []
  if (!post || asked.length === 0) return undefined
  return html`<p>${words.blog.submitWhich}
<ul>${asked.map(({ key, text }) => html`<li><a href="${linkTo(blogSubmitPath, blogPostPath(post.name, key))}">${isolated(text)}</a>\n`)}</ul>
`
}
