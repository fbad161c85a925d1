import { z } from 'zod'
import { badFormat, badParameter, Refused } from './refusals.ts'

/** A file that came with a request, under the name that its block calls it by. */
export type Upload = { readonly bytes: Buffer; readonly name: string }

export type Body = {
  readonly params: Readonly<Record<string, unknown>>
  readonly uploads: ReadonlyMap<string, Upload>
}

const object = z.record(z.string(), z.unknown())

/** The parameters of a POST or PUT, in any of the three forms that Tumblr takes. */
export async function readBody(request: Request): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (type.startsWith('multipart/form-data')) return readMultipart(request)
  const text = await request.text()
  if (type.startsWith('application/x-www-form-urlencoded')) {
    return { params: Object.fromEntries(new URLSearchParams(text)), uploads: new Map() }
  }
  return { params: text === '' ? {} : parseObject(text), uploads: new Map() }
}

/** A part `json` with all that is no file, and a part for each file. */
async function readMultipart(request: Request): Promise<Body> {
  const form = await request.formData().catch(() => undefined)
  if (!form) throw new Refused({ ...badParameter('multipart/form-data content is invalid'), code: 5002 })
  const plain: Record<string, unknown> = {}
  const uploads = new Map<string, Upload>()
  for (const [name, value] of form) {
    if (typeof value === 'string') plain[name] = value
    else uploads.set(name, { bytes: Buffer.from(await value.arrayBuffer()), name: value.name })
  }
  return { params: typeof plain.json === 'string' ? parseObject(plain.json) : plain, uploads }
}

function parseObject(text: string): Record<string, unknown> {
  try {
    return object.parse(JSON.parse(text))
  } catch {
    throw new Refused(badFormat('the body must be a JSON object'))
  }
}
