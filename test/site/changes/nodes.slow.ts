import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createRandom } from '../../../scripts/bench/generate/random.ts'
import { makeChanged } from '../../../scripts/site/make-changed.ts'
import { buildBy } from './build-by.ts'
import { differing } from './change-series.ts'
import { remove, writeSmallArchive } from './small-archive.ts'

let root = ''
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'nodes-'))
  writeSmallArchive(root, createRandom(7))
  await makeChanged({ root, folder: 'here', isFull: true })
})
afterAll(() => rmSync(root, { recursive: true }))

test.for(['20', '22', '24'])('Node %s makes the same bytes', (version, { skip }) => {
  const node = findNode(version)
  if (typeof node !== 'string') return skip(`Node ${version} could not be installed: ${node.why}`)
  expect(execFileSync(node, ['--version'], { encoding: 'utf8' })).toMatch(new RegExp(`^v${version}\\.`))
  remove(root, 'dist')
  buildBy(node, root, { TZ: 'Asia/Kathmandu' })
  expect(differing(root, 'here', 'dist')).toEqual([])
})

/** This one, or one from the registry, in a folder of its own. */
function findNode(version: string): string | { readonly why: string } {
  if (process.version.startsWith(`v${version}.`)) return process.execPath
  if (process.platform !== 'linux') return { why: 'only known how on Linux' }
  const folder = join(root, `node-${version}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{"private":true}')
  const name = `node-linux-${process.arch}`
  try {
    execFileSync('npm', ['i', '--no-save', '--no-audit', '--no-fund', `${name}@${version}`], {
      cwd: folder,
      stdio: 'pipe',
    })
  } catch (error) {
    return { why: String(error instanceof Error ? error.message : error).split('\n')[0] ?? '' }
  }
  return join(folder, 'node_modules', name, 'bin/node')
}
