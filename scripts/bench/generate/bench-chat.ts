import { addDays } from '../../model/date.ts'

/** Folder of the invented chat. */
export const benchChat = 'bench'
export const benchHashtag = '#bench'

/** The chat's settings, as its chat.yaml. */
export const benchChatYaml = `title: "#bench"
hashtags: "#bench"
zone: Europe/London
weekday: Friday
time: 13:00
minutes: 60
questions: 3
hosts: "@benchhost"
first: 2010-12-03
`

export type BenchSettings = {
  readonly search: boolean
  readonly textFiles: boolean
}

/** The site's settings, as its site.yaml. */
export function benchSiteYaml({ search, textFiles }: BenchSettings): string {
  return `title: Bench archive
tagline: Invented words by invented people, for measuring.
contact: host@example.org
search: ${search ? 'yes' : 'no'}
text_files: ${textFiles ? 'yes' : 'no'}
`
}

/** Local date of the session with this number, from 0: a Friday each week. */
export function dateOf(session: number): string {
  return addDays('2010-12-03', session * 7)
}
