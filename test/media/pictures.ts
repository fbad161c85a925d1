import { deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Like a photo at its worst: soft shapes under noise that no encoder can foresee. The same on every machine. */
export function photo(width: number, height: number, grain = 90): Sharp {
  const data = Buffer.alloc(width * height * 3)
  let state = 42
  for (let i = 0; i < data.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const soft = 128 + 60 * Math.sin(i / 3 / width / 40) + 40 * Math.sin(((i / 3) % width) / 90)
    data[i] = Math.max(0, Math.min(255, soft + ((state >>> 24) / 255 - 0.5) * grain * 2))
  }
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Flat colours and sharp edges, as in a chart. */
export function chart(width: number, height: number): Sharp {
  const bar = {
    width: Math.round(width / 5),
    height: Math.round(height / 2),
    channels: 3,
    background: '#b22',
  } as const
  return sharp({ create: { width, height, channels: 3, background: '#fff' } }).composite([
    { input: { create: bar }, left: Math.round(width / 10), top: Math.round(height / 3) },
    {
      input: { create: { ...bar, background: '#22b' } },
      left: Math.round(width / 2),
      top: Math.round(height / 4),
    },
  ])
}

/** A PNG of any size whose pixels are not all there. */
export function emptyPng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([1, 0, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1_000_000))
  const parts = [chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

function crc32(bytes: Buffer): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return ~sum >>> 0
}
