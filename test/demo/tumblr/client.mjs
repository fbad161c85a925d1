import { createReadStream } from 'node:fs'
import { createClient } from 'tumblr.js'

/** Tumblr's own client in a process of its own: only there can it be told whom to trust. */
const client = createClient(JSON.parse(process.env.TUMBLR_OPTIONS ?? '{}'))

process.on('message', async ({ n, method, args }) => {
  try {
    process.send?.({ n, result: await client[method](...args.map(withStreams)) })
  } catch (error) {
    process.send?.({ n, error: error instanceof Error ? error.message : String(error) })
  }
})
process.send?.({ ready: true })

/** `{ file }` stands for a stream of that file. */
function withStreams(value) {
  if (Array.isArray(value)) return value.map(withStreams)
  if (value === null || typeof value !== 'object') return value
  if (typeof value.file === 'string') return createReadStream(value.file)
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withStreams(one)]))
}
