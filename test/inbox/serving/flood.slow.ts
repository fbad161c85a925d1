import { Agent, request } from 'node:http'
import { expect, test } from 'vitest'
import { readItems } from '../../../scripts/inbox/item-files.ts'
import { serveForm } from '../../../scripts/inbox/serving/serve-form.ts'
import { scratchInbox } from '../scratch-inbox.ts'

const submissions = 1000
const atOnce = 20

test('a thousand in less than a minute: none lost, none double, and memory stays flat', async () => {
  const box = scratchInbox()
  const server = await serveForm({ root: box.root, port: 0, isBehindProxy: true, tell: console.error })
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const heaps: number[] = []
  try {
    const started = performance.now()
    const numbers = Array.from({ length: submissions }, (_, i) => i)
    const work = async () => {
      for (let n = numbers.shift(); n !== undefined; n = numbers.shift()) {
        expect(await send(server.address, agent, n)).toBe(200)
        // Every tenth sender clicks twice.
        if (n % 10 === 0) expect(await send(server.address, agent, n)).toBe(200)
        if (n % 100 === 99) heaps.push(process.memoryUsage().heapUsed)
      }
    }
    await Promise.all(Array.from({ length: atOnce }, work))
    const seconds = (performance.now() - started) / 1000
    const texts = readItems(box.root).map(({ text }) => text)
    const growth = (Math.max(...heaps) - (heaps[0] ?? 0)) / 1e6
    console.log(
      `${submissions} submissions and ${submissions / 10} second clicks in ${seconds.toFixed(1)} s; kept: ${texts.length}, different: ${new Set(texts).size}; heap grew by ${growth.toFixed(0)} MB at most`,
    )
    expect(seconds).toBeLessThan(60)
    expect(texts).toHaveLength(submissions)
    expect(new Set(texts).size).toBe(submissions)
    expect(growth).toBeLessThan(60)
  } finally {
    agent.destroy()
    await server.close()
    box.remove()
  }
}, 120_000)

function send(address: string, agent: Agent, n: number): Promise<number | undefined> {
  const fields = {
    subject: '[lgovsm 2010-12-17 Q2]',
    name: `Writer ${n}`,
    message: `Answer ${n}. ${'words '.repeat(100)}`,
    website: '',
  }
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-forwarded-for': `203.0.113.9, 10.${n >> 8}.${n & 255}.1`,
  }
  return new Promise((resolve, reject) => {
    const sent = request(address, { method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode))
    })
    sent.on('error', reject)
    sent.end(new URLSearchParams(fields).toString())
  })
}
