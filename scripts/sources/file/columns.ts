import { findClosest } from '../../model/closest.ts'
import { Problem } from '../../model/problem.ts'

/** Names of columns as TAGS, Sheets, twarc and hosts write them, in lower case, letters and digits only. */
const names = {
  id: ['idstr', 'id', 'tweetid', 'postid', 'statusid', 'tweetidstr', 'twitterid'],
  moment: [
    'createdat',
    'timestamp',
    'datetime',
    'timestamputc',
    'tweetcreatedat',
    'postedat',
    'posted',
    'published',
  ],
  date: ['date', 'day', 'dateutc'],
  time: ['time', 'when', 'timeofday'],
  handle: [
    'fromuser',
    'authorusername',
    'handle',
    'username',
    'userscreenname',
    'screenname',
    'account',
    'user',
    'from',
    'author',
  ],
  name: ['name', 'authorname', 'fromusername', 'fullname', 'displayname', 'username2', 'realname'],
  text: ['text', 'fulltext', 'tweet', 'tweettext', 'post', 'content', 'message', 'status', 'body'],
  address: ['statusurl', 'address', 'permalink', 'tweeturl', 'tweetlink', 'posturl', 'url', 'link'],
  authorId: ['fromuseridstr', 'fromuserid', 'authorid', 'userid', 'useridstr'],
  replyTo: ['inreplytostatusidstr', 'inreplytostatusid', 'referencedtweetsrepliedtoid', 'replyto'],
  replyToUser: ['inreplytouseridstr', 'inreplytouserid'],
  quotes: ['quotedstatusidstr', 'quotedstatusid', 'referencedtweetsquotedid'],
  repostOf: ['retweetedstatusidstr', 'referencedtweetsretweetedid'],
  conversation: ['conversationid', 'conversationidstr'],
  lang: ['lang', 'tweetlang', 'isolanguagecode', 'language'],
  entities: ['entitiesstr'],
} as const

export type Column = keyof typeof names

/** Which cell of a row holds what. */
export type Columns = ReadonlyMap<Column, number>

export function findColumns(header: readonly string[]): Columns {
  const plain = header.map((name) => name.toLowerCase().replace(/[^a-z0-9]/g, ''))
  const found = new Map<Column, number>()
  for (const [column, candidates] of Object.entries(names) as [Column, readonly string[]][]) {
    const name = candidates.find((candidate) => plain.includes(candidate))
    if (name !== undefined) found.set(column, plain.indexOf(name))
  }
  return found
}

/** The columns, or a Problem where the words or the times are missing; a likely slip of the pen is named. */
export function requireColumns(header: readonly string[], where: string): Columns {
  const columns = findColumns(header)
  const hasTime = (['moment', 'date', 'time', 'id', 'address'] as const).some((column) => columns.has(column))
  if (columns.has('text') && hasTime) return columns
  const missing = columns.has('text') ? 'time' : 'text'
  const close = header.map((name) => name.trim()).find((name) => findClosest(name, [missing]) !== undefined)
  const hint =
    close === undefined
      ? 'name the columns in the first line: time, handle, name, text, address'
      : `rename "${close}" to "${missing}"`
  throw new Problem(`${where}: no column is called "${missing}": ${hint}`)
}
