import { brotliCompressSync, constants } from 'node:zlib'
import { layoutTimes } from './bench/layout-time.ts'
import { isThere, segmentChats } from './bench/segment-chats.ts'
import { gzipped, weigh } from './bench/weight.ts'

/** What a saved page of the same story weighs, 316 of its posts. */
const asStorify = 'as Storify saved it      792783  61558      –  and 89 more requests'

/** `npm run bench:weight`: what a real chat's page weighs beside its bare text. */
for (const recording of segmentChats) {
  if (!isThere(recording)) {
    console.log(`${recording.folder}: not there, so nothing to weigh`)
    continue
  }
  const weighed = await weigh(recording)
  const { posts, bare, core, page, hour, home } = weighed
  console.log(`\n${recording.chat.name} ${recording.date}, ${posts} posts, 1 request before pictures`)
  console.log('                              raw   gzip brotli  of bare text, gzip')
  row('bare text', bare, bare)
  row('head, style and posts', core, bare)
  row('everything', page, bare)
  row('the hour page', hour, bare)
  row('the post in the blog', weighed.post, bare)
  row('its head, style and posts', weighed.postCore, bare)
  row('the home page', home, bare)
  if (recording.chat.name === 'docnow') console.log(asStorify)
}

const times = await layoutTimes()
const least = times === undefined ? 'no browser runs here' : `${Math.min(...times).toFixed()} ms at best`
const each = times === undefined ? '' : `, of ${times.map((time) => time.toFixed()).join(', ')}`
console.log(`\n3,000 posts laid out in a browser: ${least}${each}`)

function row(name: string, text: string, bare: string): void {
  const brotli = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  const ratio = gzipped(text) / gzipped(bare)
  const cells = [Buffer.byteLength(text), gzipped(text), brotli].map((bytes) => String(bytes).padStart(6))
  console.log(`${name.padEnd(26)} ${cells.join(' ')}  ${ratio.toFixed(3)}`)
}
