import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withLock } from '../../scripts/cache/lock.ts'
import { loader } from '../../scripts/programs/loader.ts'
import { runProgram } from '../../scripts/programs/run-program.ts'
import { scratch } from './command.ts'

let root = ''
let remove = () => {}
beforeAll(() => {
  const made = scratch({
    'project/content/lgovsm/chat.yaml': 'hashtags: "#lgovsm"\nfirst: 2099-01-02\n',
    'project/content/site.yaml': 'publish: folder ../public\n',
  })
  root = join(made.root, 'project')
  remove = made.remove
})
afterAll(() => remove())

test.each([[['build']], [['publish']], [['friday', '--no-fetch', '--no-recheck']]])(
  '%s waits while another run is at work, and then does its work',
  async (words) => {
    const lines: string[] = []
    const { ended } = await withLock({ root }, async () => {
      let isWaiting = () => {}
      const waiting = new Promise<void>((resolve) => {
        isWaiting = resolve
      })
      const ended = start(words, (line) => {
        lines.push(line)
        if (line.startsWith('Waiting')) isWaiting()
      })
      await Promise.race([waiting, ended])
      expect(lines).toEqual([`Waiting: another run is at work (process ${process.pid})`])
      return { ended }
    })
    expect(await ended).toMatchObject({ code: 0, err: '' })
    expect(lines.join('\n')).toMatch(/dist\/: \d+ pages|as they were|new,/)
  },
)

function start([command, ...args]: readonly string[], onLine: (line: string) => void) {
  const script = join(import.meta.dirname, `../../scripts/${command}.ts`)
  return runProgram({
    command: process.execPath,
    args: ['--import', loader, script, ...args],
    cwd: root,
    env: process.env,
    onLine,
  })
}
