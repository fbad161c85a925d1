import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDownload } from '../../scripts/media/download.ts'
import { internet, type Network } from '../../scripts/media/network.ts'
import { type PictureServer, startPictureServer } from './picture-server.ts'

const megabyte = Buffer.alloc(1_000_000, 7)
const hosts = ['pbs.test', 'cdn.test']
const limits = { bytes: 2_000_000, milliseconds: 700, redirects: 3 }
const leads =
  (location: string, status = 302) =>
  (response: ServerResponse) =>
    response.writeHead(status, { location }).end()

const closed: (() => number)[] = []
const answers: Readonly<Record<string, (response: ServerResponse) => unknown>> = {
  '/a.png': (r) => r.writeHead(200, { 'content-type': 'Image/PNG; charset=x' }).end('picture'),
  '/untyped': (r) => r.writeHead(200).end('picture'),
  '/moved': leads('/a.png', 301),
  '/elsewhere': leads('https://cdn.test/a.png', 307),
  '/twice': leads('/moved', 308),
  '/to-other': leads('https://other.test/a.png'),
  '/to-http': leads('http://pbs.test/a.png'),
  '/to-loopback': leads('https://127.0.0.1/a.png'),
  '/to-ipv6': leads('https://[::1]/a.png'),
  '/to-decimal': leads('https://2130706433/a.png'),
  '/to-metadata': leads('https://169.254.169.254/latest/meta-data/'),
  '/to-file': leads('file:///etc/passwd'),
  '/to-data': leads('data:image/png;base64,AAAA'),
  '/to-port': leads('https://pbs.test:22/'),
  '/to-user': leads('https://pbs.test@127.0.0.1/'),
  '/to-nothing': leads('https://'),
  '/round': leads('/round'),
  '/no-location': (r) => r.writeHead(302).end(),
  '/gone': (r) => r.writeHead(404).end('<h1>gone</h1>'),
  '/private': (r) => r.writeHead(403).end(),
  '/broken': (r) => r.writeHead(503).end(),
  '/partial': (r) => r.writeHead(206).end('pict'),
  '/says-large': (r) => r.writeHead(200, { 'content-length': '500000000' }).write(megabyte),
  '/is-large': (r) => {
    let left = 500
    const write = () => {
      while (left-- > 0) if (!r.write(megabyte)) return r.once('drain', write)
      return r.end()
    }
    r.on('close', () => closed.push(() => left))
    write()
  },
  '/packed': (r) => r.writeHead(200, { 'content-encoding': 'gzip' }).end(megabyte),
  '/cut': (r) => {
    r.writeHead(200, { 'content-length': '100' }).write('pict')
    setTimeout(() => r.destroy(), 20)
  },
  '/silent': () => {},
  '/slow': (r) => {
    const drip = setInterval(() => r.write('.'), 50)
    r.on('close', () => clearInterval(drip))
  },
  '/reset': (r) => r.destroy(),
}

let server: PictureServer
beforeAll(async () => {
  server = await startPictureServer(({ url = '' }, response) => {
    const answer = answers[url]
    if (answer) answer(response)
    else response.writeHead(500).end()
  })
})
afterAll(() => server.close())

const download = (url: string, network: Partial<Network> = {}) =>
  openDownload({ hosts, limits, network: { ...server.network, ...network } })(url)

test.each([
  ['https://pbs.test/a.png', 'image/png'],
  ['https://PBS.test/a.png#part', 'image/png'],
  ['https://pbs.test/untyped', ''],
  ['https://pbs.test/moved', 'image/png'],
  ['https://pbs.test/elsewhere', 'image/png'],
  ['https://pbs.test/twice', 'image/png'],
])('%s is brought', async (url, type) => {
  const { bytes, ...rest } = await download(url)
  expect({ text: Buffer.from(bytes).toString(), ...rest }).toEqual({ text: 'picture', type })
})

// biome-ignore format: a table
const refused: [url: string, why: string | RegExp][] = [
  ['http://pbs.test/a.png', 'its address does not begin with https:'],
  ['file:///etc/passwd', 'its address does not begin with https:'],
  ['ftp://pbs.test/a.png', 'its address does not begin with https:'],
  ['data:image/png;base64,AAAA', 'its address does not begin with https:'],
  ['javascript:alert(1)', 'its address does not begin with https:'],
  ['', 'its address cannot be understood'],
  ['pbs.test/a.png', 'its address cannot be understood'],
  ['https://other.test/a.png', 'other.test is not among media_hosts in site.yaml'],
  ['https://pbs.test.evil.example/a.png', 'pbs.test.evil.example is not among media_hosts in site.yaml'],
  ['https://evilpbs.test/', /^evilpbs.test is not/],
  ['https://pbs.test./a.png', /^pbs.test. is not/],
  ['https://pbs.test\\@evil.example/', 'its server answered 500'],
  ['https://pbs.test@evil.example/', /^evil.example is not/],
  ['https://sam:secret@pbs.test/a.png', 'its address asks for a port or a password'],
  ['https://pbs.test:8443/a.png', 'its address asks for a port or a password'],
  ['https://localhost/a.png', /^localhost is not/],
  ['https://127.0.0.1/a.png', /^127.0.0.1 is not/],
  ['https://127.1/a.png', /^127.0.0.1 is not/],
  ['https://0x7f000001/a.png', /^127.0.0.1 is not/],
  ['https://2130706433/', /^127.0.0.1 is not/],
  ['https://[::ffff:127.0.0.1]/a.png', /^\[::ffff:7f00:1\] is not/],
  ['https://①②⑦.⓪.⓪.①/', /^127.0.0.1 is not/],
  ['https://pbs.test/to-other', /^other.test is not/],
  ['https://pbs.test/to-http', 'its address does not begin with https:'],
  ['https://pbs.test/to-loopback', /^127.0.0.1 is not/],
  ['https://pbs.test/to-ipv6', /^\[::1\] is not/],
  ['https://pbs.test/to-decimal', /^127.0.0.1 is not/],
  ['https://pbs.test/to-metadata', /^169.254.169.254 is not/],
  ['https://pbs.test/to-file', 'its address does not begin with https:'],
  ['https://pbs.test/to-data', 'its address does not begin with https:'],
  ['https://pbs.test/to-port', 'its address asks for a port or a password'],
  ['https://pbs.test/to-user', /^127.0.0.1 is not/],
  ['https://pbs.test/to-nothing', 'it leads to an address that is none'],
  ['https://pbs.test/round', 'its address leads from one to the next without end'],
  ['https://pbs.test/no-location', 'its server answered 302'],
  ['https://pbs.test/gone', 'it is not there any more'],
  ['https://pbs.test/private', 'its server shows it to nobody (403)'],
  ['https://pbs.test/broken', 'its server answered 503'],
  ['https://pbs.test/partial', 'its server answered 206'],
  ['https://pbs.test/says-large', 'it is larger than 2 MB'],
  ['https://pbs.test/is-large', 'it is larger than 2 MB'],
  ['https://pbs.test/packed', 'its server packed it, which nobody asked for'],
  ['https://pbs.test/cut', /could not be reached/],
  ['https://pbs.test/silent', 'it took too long'],
  ['https://pbs.test/slow', 'it took too long'],
  ['https://pbs.test/reset', 'its server could not be reached (ECONNRESET)'],
]

test.each(refused)('%s is not: %s', async (url, why) => {
  await expect(download(url)).rejects.toMatchObject({
    name: 'NoPicture',
    message: expect.stringMatching(exactly(why)),
  })
})

function exactly(why: string | RegExp): RegExp {
  return typeof why === 'string' ? new RegExp(`^${why.replace(/[().]/g, '\\$&')}$`) : why
}

test('a host that is not in the list is never connected to', async () => {
  const before = server.asked.length
  await expect(download('https://pbs.test/to-other')).rejects.toThrow('other.test')
  expect(server.asked.slice(before)).toEqual(['pbs.test/to-other'])
})

describe('whatever a name resolves to', () => {
  // biome-ignore format: a table
  const evil = [
    '127.0.0.1', '0.0.0.0', '10.0.0.5', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '::1', '::',
    'fe80::1', 'fd00::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', '224.0.0.1', '255.255.255.255',
  ]
  const family = (address: string) => (address.includes(':') ? 6 : 4)

  test.each(evil)('%s is not connected to', async (address) => {
    const before = server.asked.length
    const resolve = async () => [{ address, family: family(address) }]
    const asked = download('https://pbs.test/a.png', { resolve, isAllowed: internet.isAllowed })
    await expect(asked).rejects.toThrow(`pbs.test leads to ${address}, which is not on the public internet`)
    expect(server.asked.length).toBe(before)
  })

  test('one local address among public ones spoils the name', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]
    const asked = download('https://pbs.test/a.png', { resolve, isAllowed: internet.isAllowed })
    await expect(asked).rejects.toThrow('pbs.test leads to 127.0.0.1')
  })

  test('the address that was judged is the one that is asked: a name that changes changes nothing', async () => {
    const answers = ['127.0.0.1', '10.0.0.1', '10.0.0.1']
    const judged: string[] = []
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }]
    const isAllowed = (address: string) => {
      judged.push(address)
      return address === '127.0.0.1'
    }
    await download('https://pbs.test/a.png', { resolve, isAllowed })
    expect(judged).toEqual(['127.0.0.1'])
    expect(answers).toHaveLength(2)
  })

  test.each([
    ['no address', async () => [], 'pbs.test has no address'],
    ['a failure', () => Promise.reject(new Error('SERVFAIL')), 'pbs.test cannot be found'],
  ])('%s is said', async (_what, resolve, why) => {
    await expect(download('https://pbs.test/a.png', { resolve })).rejects.toMatchObject({
      message: why,
      isUnreachable: true,
    })
  })
})

test('a certificate that nobody vouches for is not accepted', async () => {
  await expect(download('https://pbs.test/a.png', { ca: undefined })).rejects.toThrow(/could not be reached/)
})

test('an endless answer is left before its end', async () => {
  await expect(download('https://pbs.test/is-large')).rejects.toThrow('larger')
  await expect.poll(() => closed.length).toBeGreaterThan(0)
  for (const left of closed) expect(left()).toBeGreaterThan(400)
})
