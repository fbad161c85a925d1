import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Blog } from './blog.ts'
import { type Markup, toHtml } from './npf-html.ts'
import type { Note, StoredPost } from './wire.ts'

/** Pages for people to look at what the stand-in holds: `/blog/lgovsm`, `/blog/lgovsm/by-date`, a post. */
export function toPages(blogs: readonly Blog[]): Hono {
  const app = new Hono()
  const find = (name: string): Blog | undefined => {
    const blog = blogs.find((one) => one.name === name)
    blog?.settle()
    return blog
  }
  app.get('/:blog', (c) => {
    const blog = find(c.req.param('blog'))
    return blog ? c.html(toPage(blog, 'as followers see it', blog.inDashboardOrder())) : c.notFound()
  })
  app.get('/:blog/by-date', (c) => {
    const blog = find(c.req.param('blog'))
    return blog ? c.html(toPage(blog, 'as visitors see it', blog.inBlogOrder())) : c.notFound()
  })
  app.get('/:blog/:id{\\d+}', (c) => {
    const blog = find(c.req.param('blog'))
    const post = blog?.all().find((one) => one.id === c.req.param('id'))
    return blog && post ? c.html(toPage(blog, 'one post', [post])) : c.notFound()
  })
  return app
}

function toPage(blog: Blog, what: string, posts: readonly StoredPost[]): Markup {
  const base = `/blog/${blog.name}`
  return html`<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${blog.name}, ${what}</title><style>${raw(style)}</style></head><body>
<header><h1>${blog.name}</h1><p>${what} · <a href="${base}">last published first</a> · <a href="${base}/by-date">newest date first</a></p></header>
<main>${posts.map((post) => toArticle(blog, post))}</main></body></html>`
}

function toArticle(blog: Blog, post: StoredPost): Markup {
  const notes = blog.notes.filter((one) => one.postId === post.id)
  const source =
    post.sourceUrl && html`<p class="source">Source: <a href="${post.sourceUrl}">${post.sourceUrl}</a></p>`
  return html`<article>
<p class="dates"><a href="/blog/${blog.name}/${post.id}">${minute(post.date)}</a> · published ${minute(post.publishedAt)}${post.edits > 0 ? ` · edited ${post.edits} ×` : ''}</p>
${toHtml(post.content)}
${source}<p class="tags">${post.tags.map((tag) => html`<span>#${tag}</span> `)}</p>
${notes.length > 0 ? html`<ul class="notes">${notes.map(toNote)}</ul>` : ''}</article>
`
}

function toNote({ by, type, text }: Note): Markup {
  const did = { reply: 'replied', reblog: 'reblogged', like: 'liked' }[type]
  return html`<li>${by} ${did}${text === '' ? '' : `: ${text}`}</li>`
}

/** `2010-12-17 13:00`, UTC. */
function minute(milliseconds: number | undefined): string {
  return milliseconds === undefined
    ? 'not yet'
    : new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ')
}

/** Roughly a dashboard: a column of 540 pixels, or the whole of a small screen. */
const style = `body{margin:0;background:#e8ebef;color:#111;font:16px/1.5 sans-serif;overflow-wrap:anywhere}
header,main{max-width:540px;margin:0 auto;padding:0 0 1px}header{padding:8px 16px}h1{margin:0;font-size:22px}
article{background:#fff;border-radius:4px;margin:16px 0;padding:12px 20px}h2{font-size:26px;line-height:1.2}h3{font-size:20px}
article p,li,h2,h3{white-space:pre-wrap}p{margin:12px 0}blockquote{margin:0 0 0 4px;padding-left:12px;border-left:3px solid #ccc}figure{margin:16px -20px}
img{max-width:100%;height:auto;display:block}figcaption{padding:0 20px;color:#555}.chat{font-family:monospace}
.quote{font:28px/1.3 serif}.quirky{font:24px cursive}ul,ol{padding-left:24px}.in1{margin-left:24px}.in2{margin-left:48px}
.dates,.tags,.source,.notes,header p{color:#555;font-size:14px}small{font-size:80%}.notes{border-top:1px solid #ddd;padding-top:8px}`
