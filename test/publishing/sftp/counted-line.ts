import { connect, createServer, type Socket } from 'node:net'

/** A line between client and server that counts, and may break. */
export type Line = {
  readonly port: number
  /** Bytes that went up so far, all connections together. */
  readonly sent: () => number
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/** `cuts` says for each connection in turn after how many bytes upwards it is cut; what is not named stays whole. */
export async function startLine(to: number, cuts: readonly number[] = []): Promise<Line> {
  const sockets = new Set<Socket>()
  let sent = 0
  let connections = 0
  const server = createServer((client) => {
    const most = cuts[connections] ?? Number.POSITIVE_INFINITY
    connections += 1
    let own = 0
    const upstream = connect(to, '127.0.0.1')
    const end = () => {
      client.destroy()
      upstream.destroy()
    }
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', end).on('close', end)
    }
    upstream.pipe(client)
    client.on('data', (data) => {
      own += data.length
      sent += data.length
      if (own > most) return end()
      upstream.write(data)
    })
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (typeof address === 'object' && address) resolve(address.port)
      else reject(new Error('no port'))
    })
  })
  return {
    port,
    sent: () => sent,
    connections: () => connections,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
