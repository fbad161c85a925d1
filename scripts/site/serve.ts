import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { listen, type Server } from './listen.ts'

/**
 * Shows a folder as a web site, to this machine only. Port 0 takes any free one. `extend` adds to what it answers.
 */
export function serveFolder(
  folder: string,
  port: number,
  extend: (app: Hono) => void = () => undefined,
): Promise<Server> {
  const app = new Hono()
  extend(app)
  app.use(
    serveStatic({ root: folder, onFound: (_path, context) => context.header('Cache-Control', 'no-cache') }),
  )
  app.get('*', (context, next) => {
    const last = context.req.path.split('/').at(-1) ?? ''
    return last === '' || last.includes('.')
      ? next()
      : Promise.resolve(context.redirect(`${context.req.path}/`))
  })
  app.notFound(async (context) => context.html(await notFoundPage(folder), 404))
  return listen(app, { port })
}

/** A folder that is still empty has no page for it. */
async function notFoundPage(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, '404.html'), 'utf8')
  } catch {
    return '<!doctype html><title>Not found</title><p>Nothing is here.'
  }
}
