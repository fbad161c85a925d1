import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Problem } from '../../model/problem.ts'
import { folderSize } from './folder-size.ts'

export type GitCost = {
  /** To add and commit what is new. */
  readonly commitSeconds: number
  /** To read the content ids of all files. */
  readonly idsSeconds: number
  readonly repositoryBytes: number
}

/** What git makes of an archive's content/; the repository goes on from call to call. */
export function gitCost(root: string): GitCost {
  git(root, ['init', '--quiet'])
  const commitSeconds = seconds(() => {
    git(root, ['add', 'content'])
    git(root, [...author, 'commit', '--quiet', '--allow-empty', '--message', 'Grow'])
  })
  const idsSeconds = seconds(() => git(root, ['ls-files', '-s']))
  return { commitSeconds, idsSeconds, repositoryBytes: folderSize(join(root, '.git')).bytes }
}

const author = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.org', '-c', 'gc.auto=0']

function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

function git(root: string, args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('git', args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (status !== 0) throw new Problem(`git ${args.join(' ')}: ${(error?.message ?? stderr).trim()}`)
}
