import { z } from 'zod'
import { Problem } from '../model/problem.ts'

/** Stands at the place and says what was put there, so that nothing else is ever removed. */
export const listName = '.archive-files.json'

/** Stands beside it while files are on their way: what this run has put there so far. */
export const onTheWayName = '.archive-files.next.json'

/** Name → hash of the file; `''` for a file that is on its way. */
export type Published = ReadonlyMap<string, string>

const shape = z.strictObject({ format: z.literal(1), files: z.record(z.string(), z.string()) })

/** Throws a Problem where the list is torn, or none of this program's. `file` is its name, for the message. */
export function parseList(text: string, file: string): Published {
  try {
    return new Map(Object.entries(shape.parse(JSON.parse(text)).files).filter(([name]) => isInside(name)))
  } catch {
    throw new Problem(
      `${file}: the list of what was published here cannot be read: delete it and run the command again with --force`,
    )
  }
}

/** A name a line. */
export function formatList(files: Published): string {
  return `${JSON.stringify({ format: 1, files: Object.fromEntries(files) }, null, 1)}\n`
}

/** The place may be open to others: a name in it must not lead out of it. */
function isInside(name: string): boolean {
  return (
    name.split(/[/\\]/).every((part) => part !== '' && part !== '.' && part !== '..') &&
    !/^[a-z]:/i.test(name)
  )
}
