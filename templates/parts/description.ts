import type { SessionSummary } from '../../scripts/model/summary.ts'
import { cleanLine } from './clean.ts'
import type { SiteData } from './site-data.ts'

/** What a session is about in a line, for previews and search engines: the host's words, else the questions. */
export function sessionDescription({ words }: SiteData, session: SessionSummary): string {
  const asked = session.questions.map(({ text }) => text).join(' ')
  const counts = words.postsBy(words.posts(session.posts), words.people(session.people.length))
  return shortened(cleanLine(withoutMarks(session.summary)) || cleanLine(asked) || counts)
}

/** Markdown's words without its marks: links by their text, no emphasis, no headings. */
function withoutMarks(markdown: string): string {
  return markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>*+-]+ /gm, '')
    .replace(/[*_`]/g, '')
}

const longest = 160

function shortened(line: string): string {
  const characters = [...line]
  if (characters.length <= longest) return line
  const cut = characters.slice(0, longest - 1).join('')
  return `${cut.replace(/\s+\S*$/, '')}…`
}
