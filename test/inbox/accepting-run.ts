import { openSources } from '../../scripts/inbox/open-sources.ts'
import { machineClock, runInbox } from '../../scripts/inbox/run-inbox.ts'
import { acceptAll } from './accept-all.ts'

/** `npm run inbox` with a host who accepts everything; a process of its own, so that it can be killed. */
const root = process.cwd()
await runInbox({
  root,
  sources: openSources({ root, env: process.env, now: machineClock() }),
  prompts: acceptAll,
  progress: { start: () => {}, advance: () => {}, done: () => {}, close: () => {} },
  tell: () => {},
  clock: machineClock,
  spam: false,
})
