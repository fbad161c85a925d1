import type { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'

const events = '/.reload'

/** Where the rest of a page's policy stands between the page and the line that reloads it. */
const policy = /<meta http-equiv=Content-Security-Policy[^>]*>/
const script = `<script>new EventSource('${events}').onmessage=()=>location.reload()</script>`

export type Reloading = {
  /** Adds to a server: pages get a script that waits for `reload()`. Only ever on this computer. */
  readonly extend: (app: Hono) => void
  readonly reload: () => void
  readonly close: () => void
}

/** Lets pages that are open in a browser load themselves again. The files in dist/ stay without a script. */
export function reloading(): Reloading {
  const open = new Set<{ readonly reload: () => void; readonly close: () => void }>()
  return {
    extend: (app) => {
      app.get(events, (context) =>
        streamSSE(context, async (stream) => {
          await new Promise<void>((resolve) => {
            const page = { reload: () => void stream.writeSSE({ data: 'built' }), close: resolve }
            open.add(page)
            stream.onAbort(() => {
              open.delete(page)
              resolve()
            })
          })
        }),
      )
      app.use(async (context, next) => {
        await next()
        if (!context.res.headers.get('Content-Type')?.startsWith('text/html')) return
        const page = await context.res.text()
        const headers = new Headers(context.res.headers)
        headers.delete('Content-Length')
        const { status } = context.res
        context.res = undefined
        context.res = new Response(page.replace(policy, '') + script, { status, headers })
      })
    },
    reload: () => {
      for (const page of open) page.reload()
    },
    close: () => {
      for (const page of open) page.close()
      open.clear()
    },
  }
}
