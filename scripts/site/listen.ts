import type { Server as HttpServer } from 'node:http'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { Problem } from '../model/problem.ts'

export type Server = {
  /** `http://127.0.0.1:8080/` */
  readonly address: string
  readonly close: () => Promise<void>
}

type Listening = {
  /** 0 for any that is free. */
  readonly port: number
  /** Sets limits of its own before anybody calls. */
  readonly prepare?: (server: HttpServer) => void
}

/** Answers on this computer's loopback, to nobody else. Throws a Problem where the port is taken. */
export function listen(app: Hono, { port, prepare }: Listening): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve(
      { fetch: app.fetch, overrideGlobalObjects: false, hostname: '127.0.0.1', port },
      (info) =>
        resolve({
          address: `http://127.0.0.1:${info.port}/`,
          close: () => new Promise((done) => server.close(() => done())),
        }),
    ) as HttpServer
    prepare?.(server)
    server.on('error', (error: NodeJS.ErrnoException) => reject(explained(error, port)))
  })
}

function explained(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code !== 'EADDRINUSE') return error
  return new Problem(`port ${port}: another program is using it: stop that program or choose another port`)
}
