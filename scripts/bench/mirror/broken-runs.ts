import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readChats } from '../../content/chats.ts'
import { hashLines } from '../../content/mirror-records.ts'
import type { Change } from '../../content/transaction.ts'
import { wire } from '../../demo/fault.ts'
import { after, before, type Mishap } from '../../demo/tumblr/fault.ts'
import { faults } from '../../demo/tumblr/faults.ts'
import { startTumblr } from '../../demo/tumblr/stand-in.ts'
import { findJobs } from '../../mirroring/find-jobs.ts'
import { content as blocks } from '../../mirrors/tumblr/answers.ts'
import { compose } from '../../mirrors/tumblr/compose.ts'
import { linesOf } from '../../mirrors/tumblr/lines.ts'
import { benchChat } from '../generate/bench-chat.ts'
import { createRandom, pick } from '../generate/random.ts'
import { checkedSessions, keepAside, type MirrorProject, openProject } from './project.ts'

export type Broken = {
  readonly runs: number
  /** Killed before or after a call was carried out; spoilt answers; records that were lost with the machine. */
  readonly killed: number
  readonly spoilt: number
  readonly lost: number
  /** Posts that stand there more than once, over all runs. */
  readonly doubles: number
  /** Sessions that do not stand there as content/ says once a last run was let through. */
  readonly outOfStep: number
  /** What the program took for an edit by hand, and nobody had touched. */
  readonly blamed: number
}

/** Answers that leave open whether a call was carried out; the program waits and tries again. */
const spoilers = [faults.cutBody, faults.resetAfter, faults.noId, faults.internalErrorAfter, faults.wrongId]

/** Runs that break at random points while content/ goes on changing. The same seed breaks them in the same places. */
export async function breakRuns(runs: number, seed: number, tell: (line: string) => void): Promise<Broken> {
  const random = createRandom(seed)
  let plan: ((n: number) => Mishap | undefined) | undefined
  let first = 0
  const tumblr = await startTumblr({
    faults: (_, n) => plan?.(n - first),
    limits: { callsAMinute: 1e6, callsAnHour: 1e6, callsADay: 1e6, postsADay: 1e6 },
  })
  const project = openProject(tumblr)
  const files = checkedSessions(6, seed)
  project.write(files)
  let isLost = false
  const count = { killed: 0, spoilt: 0, lost: 0, doubles: 0, blamed: 0 }
  while (count.killed + count.spoilt < runs) {
    const at = Math.floor(random() * 4)
    const kind = pick(random, ['kill before', 'kill after', 'kill after, records lost', 'spoil'] as const)
    const spoil = pick(random, spoilers)
    const putBack = kind.endsWith('lost')
      ? keepAside(project.root, `content/${benchChat}/mirrors`)
      : undefined
    first = tumblr.calls.length
    let kill = () => {}
    const end = wire('killed', (out) => {
      kill()
      out.destroy()
    })
    plan = (n) => {
      if (n !== at) return undefined
      if (kind === 'spoil') return spoil()
      return kind === 'kill before' ? before(end) : after(end)
    }
    const { out, code } = await project.run((own) => {
      kill = own
    })
    const isBroken = tumblr.calls.length - first > at
    if (isBroken && kind === 'spoil') count.spoilt++
    if (isBroken && kind !== 'spoil') count.killed++
    if (isBroken && putBack) count.lost++
    putBack?.()
    const blamed = blamedIn(out)
    for (const line of blamed) tell(line)
    count.blamed += blamed.length
    const doubles = doublesOf(project)
    count.doubles += doubles
    if (isBroken) tell(`${kind}, at call ${at + 1}: ${tumblr.posts().length} posts, ${doubles} double`)
    // What was lost with its machine has to be found again before its host writes on: nothing else could tell.
    if (putBack) isLost = true
    else if (code === 0) isLost = false
    for (let changes = isLost ? 0 : 3; changes > 0; changes--) {
      project.write(changeOf(project.root, files, random))
    }
  }
  plan = undefined
  for (let last = 0; last < 2; last++) {
    const { out } = await project.run()
    count.blamed += blamedIn(out).length
  }
  const quiet = await project.run()
  const outOfStep = /all as it was/.test(quiet.out) ? await otherThan(project) : -1
  await project.close()
  return { runs, ...count, outOfStep }
}

/** Lines about something that was done there by hand. */
function blamedIn(out: string): string[] {
  return out.split('\n').filter((line) => line.includes('there by hand'))
}

/** Posts beyond the first of each name. */
function doublesOf({ tumblr }: MirrorProject): number {
  const slugs = tumblr.posts().map(({ slug }) => slug)
  return slugs.length - new Set(slugs).size
}

/** Pieces that do not stand there word for word under the id that was written down, and posts that are no piece. */
async function otherThan({ root, tumblr }: MirrorProject): Promise<number> {
  const mirror = { name: 'tumblr', place: 'lgovsm.tumblr.com', compose }
  const jobs = await findJobs({ root, chats: readChats(root), dates: [], mirror, dryRun: true })
  const standing = new Map(tumblr.posts().map((post) => [post.id, post]))
  const pieces = jobs.flatMap(({ wanted, record }) =>
    wanted.map(({ key, lines }) => {
      const post = standing.get(record.get(key)?.id ?? '')
      return post !== undefined && hashLines(linesOf(blocks.parse(post.content))) === lines
    }),
  )
  return pieces.filter((isRight) => !isRight).length + Math.abs(standing.size - pieces.length)
}

/** A session that goes, one that comes back, one that says something else, or what it said at first. */
function changeOf(root: string, files: readonly Change[], random: () => number): readonly Change[] {
  const { path, data } = pick(
    random,
    files.filter(({ path }) => path.endsWith('/q1.md')),
  )
  const folder = dirname(path)
  if (!existsSync(join(root, folder))) return files.filter((file) => dirname(file.path) === folder)
  if (random() < 0.3) return [{ path: folder, data: undefined }]
  if (random() < 0.4) return [{ path, data }]
  return [
    { path, data: String(data).replace('\n### ', `\nSaid ${Math.floor(random() * 1e6)} times.\n\n### `) },
  ]
}
