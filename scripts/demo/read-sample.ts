import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { Problem } from '../model/problem.ts'
import { type PersonInput, type PostInput, person, samplePost } from './sample-post.ts'

export const sampleFolder = join(import.meta.dirname, 'sample')

/** The sample chat: sample/people.yaml and one file a session, oldest post first. */
export function readSample(): { people: PersonInput[]; posts: PostInput[] } {
  const sessions = readdirSync(sampleFolder)
    .filter((name) => /^\d{4}-\d\d-\d\d\.yaml$/.test(name))
    .sort()
  return {
    people: readYaml('people.yaml', z.array(person)),
    posts: sessions.flatMap((name) => readSession(name)),
  }
}

/** In a session's file a time of day means that session's date. */
function readSession(name: string): PostInput[] {
  const date = name.slice(0, 10)
  const whole = (time: unknown) =>
    typeof time === 'string'
      ? time.replace(/^(?=\d\d:\d\d:\d\d)/, `${date}T`).replace(/^(\S{19})(?=$| )/, '$1Z')
      : time
  const line = z.preprocess((value) => {
    const fields = z.looseObject({ edited: z.looseObject({}).optional() }).parse(value)
    const times = ['at', 'to', 'quotes', 'retweets', 'deleted'].filter((key) => key in fields)
    return {
      ...fields,
      ...Object.fromEntries(times.map((key) => [key, whole(fields[key])])),
      ...(fields.edited ? { edited: { ...fields.edited, at: whole(fields.edited.at) } } : {}),
    }
  }, samplePost)
  return readYaml(name, z.array(line))
}

function readYaml<T>(name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(parse(readFileSync(join(sampleFolder, name), 'utf8')))
  if (result.success) return result.data
  const [issue] = result.error.issues
  throw new Problem(`scripts/demo/sample/${name}: entry ${issue?.path.join('.')}: ${issue?.message}`)
}
