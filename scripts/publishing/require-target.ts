import { lstatSync, realpathSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { Problem } from '../model/problem.ts'
import { siteFolder } from '../site/make-site.ts'

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

/** Through links, as far as the folder is there. */
function real(path: string): string {
  if (lstatSync(path, { throwIfNoEntry: false })) return realpathSync(path)
  const above = dirname(path)
  return above === path ? path : resolve(real(above), relative(above, path))
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}
