import { type AddressInfo, connect, createServer } from 'node:net'

/** Stands before a server on loopback, and breaks each connection off after so many bytes of its answers. */
export async function startCuttingProxy(port: number) {
  let left = Number.POSITIVE_INFINITY
  const server = createServer((client) => {
    const behind = connect(port, '127.0.0.1')
    const end = () => {
      client.destroy()
      behind.destroy()
    }
    client.on('data', (data) => behind.write(data))
    behind.on('data', (data: Buffer) => {
      client.write(data.subarray(0, Math.max(left, 0)))
      left -= data.length
      if (left <= 0) end()
    })
    for (const socket of [client, behind]) socket.on('error', end).on('close', end)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cutAfter: (bytes: number) => {
      left = bytes
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
