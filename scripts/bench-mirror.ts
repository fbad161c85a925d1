import { breakRuns } from './bench/mirror/broken-runs.ts'
import { tryEdges } from './bench/mirror/edges.ts'
import { checkedSessions, openProject } from './bench/mirror/project.ts'
import { readNumber } from './bench/read-numbers.ts'
import { startTumblr } from './demo/tumblr/stand-in.ts'
import { runCommand } from './terminal/run-command.ts'

await runCommand(
  {
    name: 'bench:mirror',
    about:
      'Counts the calls that mirroring to Tumblr takes, breaks runs at random points and counts doubles, and tries every limit of a post at its edge; all against a stand-in on loopback. Takes minutes.',
    options: {
      sessions: { about: 'sessions of the first run; 10 without this', value: 'number' },
      runs: { about: 'runs to break; 50 without this', value: 'number' },
      seed: { about: 'another number breaks them elsewhere', value: 'number' },
    },
  },
  async ({ options }) => {
    const sessions = readNumber('--sessions', options.sessions ?? '10')
    const seed = readNumber('--seed', options.seed ?? '1')
    await countCalls(sessions, seed)
    const broken = await breakRuns(readNumber('--runs', options.runs ?? '50'), seed, console.log)
    console.log(
      `\nRuns broken: ${broken.runs} (${broken.killed} killed at a call, ${broken.spoilt} with a spoilt answer, ${broken.lost} whose records were lost)`,
    )
    console.log(
      `Posts double: ${broken.doubles}; out of step at the end: ${broken.outOfStep}; taken for edits by hand: ${broken.blamed}\n`,
    )
    let failed = 0
    for (const { name, expected, posts, refused } of await tryEdges()) {
      const isRight = refused.length === 0 && posts === expected
      if (!isRight) failed++
      console.log(
        `${isRight ? 'ok  ' : 'FAIL'} ${name}: ${posts} ${posts === 1 ? 'post' : 'posts'}${refused.length > 0 ? `; ${refused.join('; ')}` : ''}`,
      )
    }
    if (failed + broken.doubles + broken.blamed + Math.abs(broken.outOfStep) > 0) process.exitCode = 1
  },
)

async function countCalls(sessions: number, seed: number): Promise<void> {
  const project = openProject(await startTumblr())
  project.write(checkedSessions(sessions, seed))
  for (const name of ['A first run', 'Nothing to do', 'Nothing to do again']) {
    const from = project.tumblr.calls.length
    const begun = performance.now()
    const { out } = await project.run()
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    const calls = project.tumblr.calls.length - from
    console.log(
      `${name}, ${sessions} sessions: ${calls} calls, ${project.tumblr.posts().length} posts, ${seconds} s (${out.trim().split('\n').at(-1)})`,
    )
  }
  await project.close()
}
