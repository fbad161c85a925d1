import { fileAt, homePath, linkTo, listPath, searchPath, searchScriptPath } from './parts/address.ts'
import { type Html, html, joined } from './parts/html.ts'
import { layout } from './parts/layout.ts'
import { searchedYears } from './parts/search/searched-years.ts'
import type { ChatData, SiteData } from './parts/site-data.ts'

type Data = { readonly archive: SiteData }

export const data = { permalink: ({ archive }: Data) => archive.site.search && fileAt(searchPath) }

/** The one page with a script. Without it the page says so, and names the other ways to find things. */
export function render({ archive }: Data): string {
  const { site, words, chats } = archive
  const years = searchedYears(archive)
  return layout(archive, {
    path: searchPath,
    title: words.search,
    hidden: true,
    trail: [{ path: homePath, text: site.title }],
    ownStyle,
    ...(years.length > 0 && { script: { policy, path: searchScriptPath } }),
    main: html`<h1>${words.search}</h1>
${years.length === 0 ? html`<p>${words.nothingToSearch}\n` : place(archive, years)}<h2>${words.otherWays}</h2>
<ul>${chats.map((item) => html`<li>${ways(archive, item)}\n`)}</ul>
`,
  })
}

/** Its own script, and what that reads from this site; Pagefind is WebAssembly. */
const policy = "script-src 'self' 'wasm-unsafe-eval';connect-src 'self'"

const ownStyle =
  'input,button{font:inherit;padding:.4em .6em;margin:.2em 0;max-width:100%;box-sizing:border-box}#search li{margin-bottom:.75em}summary{padding:.4em 0}'

/** The script puts its form in place of the sentence: browsers without scripts are shown no dead one. */
function place({ words }: SiteData, years: readonly string[]): Html {
  return html`<div id=search data-years="${years.join(' ')}" data-label="${words.searchLabel}" data-search="${words.search}" data-none="${words.searchNone}" data-more="${words.searchMore}" data-failed="${words.searchFailed}" data-sessions="${words.searchSessions}"><p>${words.searchOff}</div>
`
}

function ways({ words }: SiteData, { chat }: ChatData): Html {
  const lists = [
    { path: listPath(chat.name, 'questions'), text: words.questionsList },
    { path: listPath(chat.name, 'people'), text: words.peopleList },
    { path: listPath(chat.name, 'links'), text: words.linksList },
  ]
  return html`<a href="${linkTo(searchPath, `/${chat.name}/`)}">${chat.title}</a>: ${joined(
    lists.map(({ path, text }) => html`<a href="${linkTo(searchPath, path)}">${text}</a>`),
    ', ',
  )}`
}
