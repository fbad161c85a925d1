import { inTurn } from '../cache/in-turn.ts'
import { requireSound } from '../checking/require-sound.ts'
import { readIndex, readSession } from '../content/read-session.ts'
import { readSite } from '../content/site-settings.ts'
import { fetchSessions } from '../fetching/fetch-sessions.ts'
import { inOneRun } from '../fetching/one-run.ts'
import type { Chat } from '../model/chat.ts'
import { formatInstant } from '../model/instant.ts'
import { type SessionSummary, summarize } from '../model/summary.ts'
import { publishTo } from '../publishing/publish-to.ts'
import { makeSite } from '../site/make-site.ts'
import { Interrupted } from '../terminal/interrupted.ts'
import type { Progress } from '../terminal/progress.ts'
import type { Prompts } from '../terminal/prompts.ts'
import { type ChatDay, chatDay } from './chat-day.ts'
import { findFocus } from './focus.ts'
import { mirrorAll } from './mirror-all.ts'
import { recheckWeek } from './recheck-week.ts'
import { sayEnd } from './say-end.ts'
import { findThin } from './thin.ts'

export type FridayOptions = {
  readonly root: string
  readonly chats: readonly Chat[]
  /** Local dates to read in place of what is due. */
  readonly dates: readonly string[]
  readonly steps: Steps
  readonly dryRun: boolean
  /** Publish what is thin without asking. */
  readonly yes: boolean
  readonly env: Readonly<Record<string, string | undefined>>
  /** Milliseconds since 1970. */
  readonly clock: number
  readonly prompts: Prompts
  readonly progress: Progress
  readonly signal: AbortSignal
  readonly tell: (line: string) => void
  readonly complain: (line: string) => void
}

export type Steps = {
  readonly fetch: boolean
  readonly recheck: boolean
  readonly build: boolean
  readonly publish: boolean
  readonly mirror: boolean
}

/**
 * All that a chat wants after its hour, in order; every step can be left out, and done again does nothing twice.
 * A Problem in one of them ends the run before anything is published; one with a mirror holds nothing else up.
 */
export async function runFriday(options: FridayOptions): Promise<void> {
  const { root, chats, dates, steps, env, clock, tell, complain } = options
  const days = chats.map((chat) => chatDay(root, chat, clock))
  await read(options, days)
  if (steps.build) tell(await inTurn(options, () => makeSite(root)))
  const isWanted = await isWorthPublishing(options, days)
  // Nobody builds between: what is sent is what was checked.
  await inTurn(options, async () => {
    tell(await requireSound({ root, env, complain }))
    if (steps.publish && isWanted) await publish(options)
  })
  const trouble = steps.mirror && isWanted ? await mirrorAll(options) : undefined
  for (const { chat, now, due } of days) {
    const date = findFocus(root, chat, dates.length > 0 ? dates : due)
    for (const line of sayEnd({ root, chat, date, now, env })) tell(line)
  }
  if (trouble) throw trouble
}

/** Fetching and asking again share one purse. */
async function read(options: FridayOptions, days: readonly ChatDay[]): Promise<void> {
  const { root, dates, steps, dryRun, env, clock, progress, tell } = options
  if (!steps.fetch && !steps.recheck) return
  const token = env.X_BEARER_TOKEN || undefined
  const base = env.X_API_URL || undefined
  await inOneRun({ root, progress, tell }, async (purse) => {
    for (const { chat, due } of steps.fetch ? days : []) {
      // Without a token nothing could be asked; and nothing has to be.
      if (!chat.sample && token === undefined && due.length + dates.length === 0) continue
      const asked = { root, chat, dates, token, base, clock, purse, adopt: false, dryRun, progress }
      for (const line of await fetchSessions(asked)) tell(line)
    }
    if (!steps.recheck || dryRun) return
    await recheckWeek({ root, days, token, believe: false, purse, progress, tell, now: formatInstant(clock) })
  })
}

/** Asks about what this run read, where that may not be a chat; where nobody can answer it stays a draft. */
async function isWorthPublishing(options: FridayOptions, days: readonly ChatDay[]): Promise<boolean> {
  const { root, dates, dryRun, yes, prompts, tell } = options
  if (dryRun || yes) return true
  for (const { chat, due } of days) {
    for (const date of dates.length > 0 ? dates : due) {
      const summary = findSummary(root, chat, date)
      const thin = summary && findThin(summary)
      if (thin === undefined) continue
      const about = `${chat.hashtags[0] ?? chat.title} of ${date}: ${thin}`
      if (!prompts.isOpen) {
        tell(`${about}. It stays a draft, marked as such, until index.md says "checked: yes".`)
        continue
      }
      const agreed = await prompts.confirm({ message: `${about}. Publish it as a draft?`, flag: '--yes' })
      if (agreed) continue
      tell(
        'Nothing was published. To leave the session out, delete its folder and add the date to skip: in chat.yaml.',
      )
      return false
    }
  }
  return true
}

function findSummary(root: string, chat: Chat, date: string): SessionSummary | undefined {
  if (readIndex(root, chat.name, date) === undefined) return undefined
  return summarize(chat, readSession(root, chat, date))
}

async function publish({ root, dryRun, env, prompts, progress, signal, tell }: FridayOptions): Promise<void> {
  if (signal.aborted) throw new Interrupted()
  const to = readSite(root).publish
  if (!to) {
    tell(
      'Not published: say where in content/site.yaml (publish: pages, folder and a path, or sftp user@host:path)',
    )
    return
  }
  const asked = { root, to, force: false, dryRun, env, prompts, progress, signal }
  for (const line of await publishTo(asked)) tell(line)
}
