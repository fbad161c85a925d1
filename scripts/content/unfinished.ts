import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where changes are staged, relative to the root. */
export const writingArea = '.cache/writing'

/** Whether a run died while it was writing: the content on disk is then half of it old. */
export function isWritingUnfinished(root: string): boolean {
  const stages = join(root, writingArea)
  return existsSync(stages) && readdirSync(stages).some((name) => existsSync(join(stages, name, 'plan.json')))
}
