import type { Server as HttpServer } from 'node:http'
import { listChats } from '../../content/chats.ts'
import { readSite } from '../../content/site-settings.ts'
import { formatInstant } from '../../model/instant.ts'
import { listen, type Server } from '../../site/listen.ts'
import { arrive } from '../arrive.ts'
import { formApp } from './form-app.ts'
import { createAllow, type Rates } from './rate.ts'
import { sayFailure } from './say-failure.ts'

export type Serving = {
  readonly root: string
  /** 0 for any that is free. */
  readonly port: number
  readonly isBehindProxy: boolean
  /** For what went wrong, of which whoever sends is told nothing. */
  readonly tell: (line: string) => void
  readonly rates?: Rates | undefined
}

const usualRates: Rates = { each: 10, all: 1200 }

/** Takes the form on this computer's loopback; a web server before it makes it public, with encryption. */
export function serveForm({ root, port, isBehindProxy, tell, rates = usualRates }: Serving): Promise<Server> {
  const app = formApp({
    chats: listChats(root),
    language: readSite(root).language,
    take: (incoming) => void arrive(root, incoming, () => false),
    allow: createAllow(rates),
    isBehindProxy,
    clock: Date.now,
    toInstant: formatInstant,
    report: (error) => tell(sayFailure(error)),
  })
  return listen(app, { port, prepare: limitConnections })
}

/** Whoever sends slowly on purpose would hold a connection each. */
function limitConnections(server: HttpServer): void {
  server.requestTimeout = 20_000
  server.headersTimeout = 10_000
  server.maxConnections = 500
}
