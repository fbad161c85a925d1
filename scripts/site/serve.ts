import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { Problem } from '../model/problem.ts'

export type Server = {
  /** `http://127.0.0.1:8080/` */
  readonly address: string
  readonly close: () => Promise<void>
}

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
  return listen(app, port)
}

/** A folder that is still empty has no page for it. */
async function notFoundPage(folder: string): Promise<string> {
  try {
    return await readFile(join(folder, '404.html'), 'utf8')
  } catch {
    return '<!doctype html><title>Not found</title><p>Nothing is here.'
  }
}

function listen(app: Hono, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, overrideGlobalObjects: false, hostname: '127.0.0.1', port },
      (info) =>
        resolve({
          address: `http://127.0.0.1:${info.port}/`,
          close: () => new Promise((done) => server.close(() => done())),
        }),
    )
    server.on('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)))
  })
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new Problem(`port ${port}: another program is using it: stop that program or choose another port`)
}
