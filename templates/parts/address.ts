import { formPath } from '../../scripts/model/ways-in.ts'

/** Addresses inside the site, all from its root: folders end in `/`, files are named. */
export const homePath = '/'
export const notFoundPath = '/404.html'
export const faviconPath = '/favicon.svg'
export const searchPath = '/search/'
export const searchScriptPath = '/search/search.js'

export function pagePath(slug: string): string {
  return `/${slug}/`
}

export function chatPath(chat: string): string {
  return `/${chat}/`
}

export function sessionPath(chat: string, date: string, anchor?: string): string {
  return `/${chat}/${date}/${anchor === undefined ? '' : `#${anchor}`}`
}

export function hourPath(chat: string, date: string): string {
  return `/${chat}/${date}/hour/`
}

export function textPath(chat: string, date: string): string {
  return `/${chat}/${date}/session.txt`
}

export function calendarPath(chat: string): string {
  return `/${chat}/calendar.ics`
}

export function feedPath(chat: string): string {
  return `/${chat}/feed.xml`
}

/** The form for a question. */
export function askPath(chat: string): string {
  return formPath({ chat })
}

/** The forms for answers to a session's questions. */
export function answerPath(chat: string, date: string): string {
  return formPath({ chat, date })
}

export function listPath(chat: string, list: 'people' | 'questions' | 'links'): string {
  return `/${chat}/${list}/`
}

export function personPath(chat: string, slug: string): string {
  return `/${chat}/people/${slug}/`
}

/** The file that a page is written to. */
export function fileAt(path: string): string {
  return path.endsWith('/') ? `${path}index.html` : path
}

/**
 * A link from one page to another, or to a place on it. Relative, so that the site works under any prefix;
 * and naming `index.html`, since a browser that opens the site from a disk shows a folder as a list of files.
 */
export function linkTo(from: string, to: string): string {
  const [path = '', anchor] = to.split('#')
  const fragment = anchor === undefined ? '' : `#${anchor}`
  if (path === from) return fragment === '' ? fileName(path) : fragment
  return relative(from, fileAt(path)) + fragment
}

/** A link that holds at any address of the site, for the page that is shown in place of a missing one. */
export function rootedLink(siteAddress: string | undefined, to: string): string {
  const prefix = siteAddress === undefined ? '/' : new URL(siteAddress).pathname
  return prefix.replace(/\/*$/, '/') + to.slice(1)
}

function fileName(path: string): string {
  const file = fileAt(path)
  return file.slice(file.lastIndexOf('/') + 1)
}

function relative(from: string, to: string): string {
  const start = from
    .slice(0, from.lastIndexOf('/') + 1)
    .split('/')
    .slice(1, -1)
  const end = to.split('/').slice(1)
  let shared = 0
  while (shared < start.length && shared < end.length - 1 && start[shared] === end[shared]) shared++
  return [...start.slice(shared).map(() => '..'), ...end.slice(shared).map(encodeURIComponent)].join('/')
}
