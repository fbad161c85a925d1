import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../model/problem.ts'

/** Stands in the folder and names what was put there, so that nothing else is ever removed. */
export const listName = '.archive-files.json'

const shape = z.strictObject({ format: z.literal(1), files: z.array(z.string()) })

/** Undefined where nothing was ever put into the folder. Throws a Problem where the list is torn. */
export function readList(folder: string): readonly string[] | undefined {
  const text = findText(join(folder, listName))
  if (text === undefined) return undefined
  try {
    return shape.parse(JSON.parse(text)).files.filter(isInside)
  } catch {
    throw new Problem(
      `${join(folder, listName)}: the list of what was published here cannot be read: delete it and run the command again with --force`,
    )
  }
}

/** A name a line. */
export function formatList(files: readonly string[]): string {
  return `${JSON.stringify({ format: 1, files }, null, 1)}\n`
}

/** The folder may be open to others: a name in it must not lead out of it. */
function isInside(name: string): boolean {
  return (
    name.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/^[a-z]:/i.test(name)
  )
}

function findText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return undefined
    throw error
  }
}
