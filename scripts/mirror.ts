import { withLock } from './cache/lock.ts'
import { chooseChats } from './content/chats.ts'
import { findOpenEnv, loadEnv } from './content/env-file.ts'
import { finishWriting } from './content/transaction.ts'
import { composeKey } from './mirroring/composed.ts'
import { mirrored, withMirror } from './mirroring/open-mirror.ts'
import { oldADay, runMirror } from './mirroring/run-mirror.ts'
import { isDate } from './model/date.ts'
import { Problem } from './model/problem.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'mirror',
    about:
      'Brings a blog on Tumblr in step with content/: sessions that say "checked: yes" are published, corrections edited, what was removed deleted. Twice does nothing twice.',
    argument: { name: 'where', about: 'tumblr, and dates such as 2010-12-17; without a date, every session' },
    options: {
      chat: { about: 'which chat; all of them without this', value: 'name' },
      dryRun: { about: 'show what would be otherwise there, and change nothing' },
      older: {
        about: 'how many sessions from before the last two weeks a day; 10 without this',
        value: 'count',
      },
      again: { permits: true, about: 'of these dates, put back what was changed or deleted there by hand' },
      yes: { permits: true, about: 'delete there whatever is no longer in content/, however much it is' },
    },
    examples: [
      'npm run mirror -- tumblr --dry-run',
      'npm run mirror -- tumblr',
      'npm run mirror -- tumblr 2010-12-17 --again',
    ],
  },
  async ({ options, args: [name, ...dates], progress, signal }) => {
    const root = process.cwd()
    loadEnv(root)
    const warning = findOpenEnv(root)
    if (warning !== undefined) console.error(warning)
    if (name === undefined) throw new Problem('npm run mirror: say where: npm run mirror -- tumblr')
    const wrong = dates.find((date) => !isDate(date))
    if (wrong !== undefined) throw new Problem(`npm run mirror: "${wrong}" is no date such as 2010-12-17`)
    if (options.again && dates.length === 0)
      throw new Problem('npm run mirror: --again needs the dates that are meant')
    const { dryRun, again, yes } = options
    const chats = mirrored(chooseChats(root, options.chat), process.env)
    if (chats.length === 0) {
      throw new Problem(
        'npm run mirror: the sample is invented, and goes to no real blog: npm run init sets up a chat',
      )
    }
    const onWait = (process: number) => progress.start(`Waiting: another run is at work (process ${process})`)
    await withLock({ root, onWait }, () => {
      progress.close()
      finishWriting(root)
      const tell = (line: string) => console.log(line)
      const old = readCount(options.older)
      const asked = { root, chats, dates, dryRun, again, yes, old, code: composeKey() }
      const run = { ...asked, clock: Date.now, progress, signal, tell }
      return withMirror(name, { root, env: process.env }, (mirror) => runMirror({ ...run, mirror }))
    })
  },
)

function readCount(text = String(oldADay)): number {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  throw new Problem(`--older ${text}: write how many a day, such as 10`)
}
