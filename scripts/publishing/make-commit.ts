import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Git, type GitExtra, requireGit } from '../programs/git.ts'

export type CommitInput = {
  /** Absolute. */
  readonly folder: string
  readonly extra: readonly { readonly path: string; readonly text: string }[]
}

/** Settings of the host's that would change what is stored. */
const asItIs = [
  'core.autocrlf=false',
  'core.safecrlf=false',
  'core.fileMode=false',
  'core.excludesFile=',
].flatMap((setting) => ['-c', setting])

/**
 * One commit without a parent that holds a folder, made beside the work tree and its index, which stay as they
 * are. The same folder at the same commit of the project gives the same commit.
 */
export async function makeCommit(git: Git, { folder, extra }: CommitInput): Promise<string> {
  const scratch = mkdtempSync(join(tmpdir(), 'publish-'))
  const env = { GIT_INDEX_FILE: join(scratch, 'index'), GIT_WORK_TREE: folder }
  try {
    const gitDir = await say(git, ['rev-parse', '--absolute-git-dir'])
    const place = { env: { ...env, GIT_DIR: gitDir } }
    await say(git, [...asItIs, '-C', folder, 'add', '--all', '--force', '.'], place)
    for (const { path, text } of extra) {
      const blob = await say(git, ['hash-object', '-w', '--stdin', '--no-filters'], { ...place, input: text })
      await say(git, ['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], place)
    }
    const tree = await say(git, ['write-tree'], place)
    return await say(git, ['commit-tree', tree, '-m', 'Publish the archive'], { env: await author(git) })
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** Nobody in person, at the time of the project's last commit. */
async function author(git: Git): Promise<Record<string, string>> {
  const { code, out } = await git(['log', '-1', '--format=%ct'])
  const date = `${code === 0 && out.trim() !== '' ? out.trim() : '0'} +0000`
  const [name, email] = ['Chat archive', 'archive@example.invalid']
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  }
}

/** Without the end of its line. */
async function say(git: Git, args: readonly string[], extra?: GitExtra): Promise<string> {
  return (await requireGit(git, args, extra)).trim()
}
