import { z } from 'zod'
import { readText } from '../content/folder.ts'
import { Problem } from '../model/problem.ts'
import { nothingSpent, type Spending } from '../model/spending.ts'
import { writePrivate } from './private-file.ts'

/** Stands beside the record and not in it: it is this machine's account, and nobody else's. */
const file = '.cache/spending.json'

const count = z.number().int().nonnegative()
const shape = z.object({
  months: z.record(z.string(), z.object({ posts: count, people: count, messages: count.optional() })),
  day: z.string(),
  posts: z.array(z.string()),
  people: z.array(z.string()),
})

/** Throws a Problem where the file is damaged. */
export function readSpending(root: string): Spending {
  const text = readText(root, file)
  if (text === undefined) return nothingSpent
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    throw new Problem(`${file}:1: this cannot be read: delete it; the month's sum then begins anew`)
  }
}

export function writeSpending(root: string, spending: Spending): void {
  writePrivate(root, file, JSON.stringify(spending))
}
