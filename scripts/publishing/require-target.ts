import { lstatSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { Problem } from '../model/problem.ts'
import { siteFolder } from '../site/make-site.ts'
import { toFolderProblem } from './folder-problem.ts'

/** The folder that is meant. Throws a Problem where it holds the project, or is a part of it that is not free. */
export function requireTarget(root: string, path: string): string {
  const target = real(resolve(root, path))
  const project = real(root)
  const taken = ['content', 'scripts', 'templates', 'node_modules', '.git', '.cache', siteFolder]
  if (isIn(project, target)) {
    throw new Problem(`${path}: this folder holds the project itself: choose one that is only for the site`)
  }
  const own = taken.find((name) => isIn(target, resolve(project, name)))
  if (own === undefined) return target
  throw new Problem(`${path}: ${own}/ belongs to the project: choose a folder that is only for the site`)
}

/** What stands in a folder that nothing was published to; what starts with a dot aside, as a server's own files do. */
export function findStrangers(target: string): string[] {
  try {
    return readdirSync(target).filter((name) => !name.startsWith('.') && name !== 'lost+found')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw toFolderProblem(error, target)
  }
}

/** Through links, as far as the folder is there. */
function real(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : resolve(real(above), relative(above, path))
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
