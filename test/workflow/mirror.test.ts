import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratch } from '../commands/command.ts'
import { runStep } from './steps.ts'

test.each(['title: x\n', '# tumblr: name-of-the-blog\n', 'tumblr:\n'])(
  'where site.yaml says %j, no mirror is run',
  (text) => {
    const { root, remove } = scratch({ 'project/content/site.yaml': text })
    expect(runStep(join(root, 'project'), 'Mirror', {})).toEqual({ code: 0, said: '' })
    remove()
  },
)

test('what a mirror says is shown, and its end is the end of the step', () => {
  const { root, remove } = scratch({ 'project/content/site.yaml': 'tumblr: lgovsm\n' })
  const project = join(root, 'project')
  mkdirSync(project, { recursive: true })
  const says = 'node -e "console.log(process.argv[1], process.env.TUMBLR_TOKEN); process.exitCode = 1"'
  writeFileSync(join(project, 'package.json'), JSON.stringify({ scripts: { mirror: says } }))
  const ran = runStep(project, 'Mirror', { 'secrets.TUMBLR_TOKEN': 'secret-token' })
  expect(ran.code).toBe(1)
  expect(ran.said).toContain('tumblr secret-token')
  remove()
})
