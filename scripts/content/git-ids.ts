import { execFile } from 'node:child_process'

/**
 * Git's id of what each file below content/ holds, `lgovsm/2010-12-17/q1.md` → 40 or 64 hex digits: only of files
 * that stand as they were last added. None where there is no git, no repository, or anything odd about either.
 */
export async function gitIds(root: string): Promise<ReadonlyMap<string, string>> {
  try {
    const [prefix, listed, changed] = await Promise.all([
      git(root, ['rev-parse', '--show-prefix']),
      git(root, ['ls-files', '-s', '-v', '-z', '--', 'content']),
      git(root, ['status', '--porcelain', '-z', '-uno', '--no-renames', '--', 'content']),
    ])
    const ids = new Map(listed.split('\0').flatMap(toEntry))
    const skip = `${prefix.trimEnd()}content/`.length
    // Three characters say how it changed.
    for (const line of changed.split('\0')) ids.delete(line.slice(3 + skip))
    return ids
  } catch {
    return new Map()
  }
}

/** `H 100644 <id> 0<tab>content/a.md`: an ordinary file that git looks after, and no conflict. */
function toEntry(line: string): [string, string][] {
  const match = /^H 100(?:644|755) ([0-9a-f]{40,64}) 0\tcontent\/(.+)$/s.exec(line)
  return match?.[1] && match[2] ? [[match[2], match[1]]] : []
}

/** Longer than this, reading the files is quicker. */
const longest = 20_000

function git(root: string, args: readonly string[]): Promise<string> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')))
  const options = { cwd: root, env: { ...env, LC_ALL: 'C' }, maxBuffer: 2 ** 30, timeout: longest }
  return new Promise((resolve, reject) => {
    execFile('git', args, options, (error, stdout) => (error ? reject(error) : resolve(stdout)))
  })
}
