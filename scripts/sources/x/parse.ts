import { Problem } from '../../model/problem.ts'
import { readableIssue } from '../readable-issue.ts'
import { type Answer, answer } from './answer.ts'
import { sentenceOf } from './problems.ts'
import { Trouble } from './trouble.ts'

/** An answer of X that is JSON already; `where` begins the message if it is none. */
export function parseAnswer(value: unknown, where: string): Answer {
  const read = answer.safeParse(value)
  if (!read.success) {
    throw new Problem(`${where}: not an answer of X's search: ${readableIssue(read.error)}: fetch it again`)
  }
  const [problem] = read.data.problems
  if (!read.data.isEmpty) return read.data
  const said = problem === undefined ? 'neither posts nor the word that there are none' : sentenceOf(problem)
  throw new Trouble(`${where}: X gave no posts but an error: ${said}: fetch it again`, 'soon')
}
