import { sessionFolder } from '../content/folder.ts'
import { keyName } from '../content/removed-list.ts'
import type { Change } from '../content/transaction.ts'
import type { QuestionsRemoval } from '../inbox/forget.ts'
import type { SessionRemoval } from './withdraw-session.ts'

export type RemovalReport = {
  readonly plans: readonly SessionRemoval[]
  readonly changes: readonly Change[]
  /** Of the public lists. */
  readonly questions: readonly QuestionsRemoval[]
  /** Of the inbox. */
  readonly items: number
  /** Where the person is still named. */
  readonly mentions: readonly string[]
  readonly dryRun: boolean
  readonly isPerson: boolean
  readonly isNewKey: boolean
}

const mostMentions = 20

/** What was removed, what was not, and what is to do, in lines for the host. */
export function sayRemoval({
  plans,
  changes,
  questions,
  items,
  mentions,
  dryRun,
  isPerson,
  isNewKey,
}: RemovalReport): string[] {
  const would = dryRun ? 'would be ' : ''
  return [
    ...plans.map((plan) => sayPlan(plan, would)),
    ...questions.flatMap((list) =>
      list.changes.map(({ path }) => `${path}: ${count(list.count, 'question')} ${would}removed`),
    ),
    ...(items > 0 ? [`.inbox/: ${count(items, 'thing')} that came in ${would}removed, and who sent it`] : []),
    ...(plans.length === 0 && isPerson ? ['content/: there is no post of this person'] : []),
    ...(dryRun
      ? changes.map(({ path, data }) => `  ${data === undefined ? 'deletes' : 'writes'} ${path}`)
      : []),
    ...(isPerson
      ? [
          `content/removed.json: this person ${would || 'is '}kept out of every later fetch, by a code that names nobody`,
        ]
      : []),
    ...(isNewKey && !dryRun
      ? [
          `.env: ${keyName} is new, and needed from now on: keep a copy of it, and put it into the secrets of the code host if chats are fetched there`,
        ]
      : []),
    ...sayMentions(mentions),
    ...(dryRun
      ? ['Nothing was written.']
      : ['To do: npm run build, then commit and push; what git still holds of it: docs/removal.md']),
  ]
}

function sayPlan({ chat, date, removed, stripped, changes }: SessionRemoval, would: string): string {
  const pictures = changes.filter(({ path }) => path.includes('/media/')).length
  const parts = [
    ...(removed.length > 0 ? [count(removed.length, 'post')] : []),
    ...(pictures > 0 ? [count(pictures, 'picture')] : []),
    ...(stripped.length > 0 ? [`what ${count(stripped.length, 'other post')} quoted or pointed to`] : []),
  ]
  return `${sessionFolder(chat.name, date)}/: ${parts.join(', ')} ${would}removed`
}

function sayMentions(mentions: readonly string[]): string[] {
  if (mentions.length === 0) return []
  const more = mentions.length > mostMentions ? [`  and ${mentions.length - mostMentions} more`] : []
  return [
    `Still named in ${count(mentions.length, 'line')}: what others said, and what you wrote yourself, is left as it stands; change it by hand where it should not stay`,
    ...mentions.slice(0, mostMentions).map((place) => `  ${place}`),
    ...more,
  ]
}

function count(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`
}
