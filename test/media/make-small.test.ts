import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { makeSmall, mostBytes } from '../../scripts/media/make-small.ts'
import { chart, emptyPng, photo } from './pictures.ts'

const small = async (bytes: Uint8Array, type = '') => {
  const { ending, ...made } = await makeSmall({ bytes, type })
  const metadata = await sharp(made.bytes).metadata()
  return { ending, made: Buffer.from(made.bytes), length: made.bytes.length, metadata }
}

test.each([
  ['a noisy photo', photo(1280, 960), 'jpg', 640, 480],
  ['a photo that is all noise', photo(650, 500, 127), 'jpg', undefined, undefined],
  ['a plain photo', photo(1280, 853, 8), 'jpg', 640, 427],
  ['a tall photo', photo(200, 2800, 60), 'jpg', undefined, undefined],
  ['a wide photo', photo(3000, 90, 60), 'jpg', 640, 19],
  ['a photo that is small already', photo(200, 100), 'jpg', 200, 100],
  ['a chart', chart(1280, 800), 'png', 640, 400],
  ['a small chart', chart(64, 40), 'png', 64, 40],
  ['one pixel', photo(1, 1), 'png', 1, 1],
])('%s fits', async (_what, source, ending, width, height) => {
  const picture = await small(await source.png().toBuffer(), 'image/png')
  expect(picture.ending).toBe(ending)
  expect(picture.length).toBeLessThanOrEqual(mostBytes)
  expect(picture.metadata.width).toBeLessThanOrEqual(640)
  if (width !== undefined) expect(picture.metadata).toMatchObject({ width, height })
})

test('quality is given up before size', async () => {
  const { metadata, length } = await small(await photo(960, 720, 40).jpeg({ quality: 100 }).toBuffer())
  expect(metadata.width).toBe(640)
  expect(length).toBeGreaterThan(mostBytes / 2)
  const noise = await small(await photo(640, 900, 127).png().toBuffer())
  expect(noise.metadata.width).toBeLessThan(640)
  expect(noise.metadata.width).toBeGreaterThan(150)
})

test.each(['jpeg', 'png', 'webp', 'gif'] as const)('the same %s gives the same bytes', async (format) => {
  const bytes = await photo(300, 200).toFormat(format).toBuffer()
  const [first, again] = [await small(bytes, `image/${format}`), await small(Buffer.from(bytes))]
  expect(again.made.equals(first.made)).toBe(true)
})

test('what is small already becomes no larger in pixels when it is made small again', async () => {
  const once = await small(await photo(1280, 960).jpeg().toBuffer())
  const twice = await small(once.made)
  expect(twice.metadata.width).toBe(once.metadata.width)
  expect(twice.length).toBeLessThanOrEqual(mostBytes)
})

test('nothing of the file but its picture is kept', async () => {
  const bytes = await photo(400, 300)
    .withExif({ IFD0: { Copyright: 'SECRETWORDS', Artist: 'Sam' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">SECRETWORDS</x:xmpmeta>')
    .withIccProfile('p3')
    .jpeg()
    .toBuffer()
  expect(bytes.includes('SECRETWORDS')).toBe(true)
  const { made, metadata } = await small(Buffer.concat([bytes, Buffer.from('<script>SECRETWORDS</script>')]))
  expect(made.includes('SECRETWORDS')).toBe(false)
  expect(metadata).toMatchObject({ space: 'srgb', hasAlpha: false })
  expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc]).toEqual(Array(4).fill(undefined))
})

test('a camera held upright gives an upright picture', async () => {
  const { metadata } = await small(await photo(400, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer())
  expect(metadata).toMatchObject({ width: 300, height: 400 })
  expect(metadata.orientation).toBeUndefined()
})

test('what shows through becomes white, so that dark words stay readable on a dark page', async () => {
  const clear = { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
  const { made } = await small(await sharp({ create: clear }).png().toBuffer())
  expect([...(await sharp(made).raw().toBuffer()).subarray(0, 3)]).toEqual([255, 255, 255])
})

test.each(['gif', 'webp'] as const)('of a moving %s the first frame is kept', async (format) => {
  const frame = (background: string) => ({
    create: { width: 30, height: 20, channels: 3 as const, background },
  })
  const frames = await Promise.all(['#f00', '#00f'].map((colour) => sharp(frame(colour)).png().toBuffer()))
  const bytes = await sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer()
  expect((await sharp(bytes).metadata()).pages).toBe(2)
  const { made, metadata } = await small(bytes, `image/${format}`)
  expect(metadata).toMatchObject({ width: 30, height: 20 })
  expect(metadata.pages).toBeUndefined()
  const [red = 0, , blue = 0] = await sharp(made).raw().toBuffer()
  expect(red).toBeGreaterThan(blue + 200)
})

test.each([
  ['CMYK', photo(100, 80).toColourspace('cmyk').jpeg()],
  ['grey', photo(100, 80).greyscale().jpeg()],
  ['16 bits', photo(100, 80).toColourspace('rgb16').png()],
])('%s becomes sRGB', async (_what, source) => {
  const { metadata } = await small(await source.toBuffer())
  expect(metadata.space).toBe('srgb')
})

const jpeg = await photo(200, 100).jpeg().toBuffer()
const png = await chart(200, 100).png().toBuffer()
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><image href="file:///etc/passwd"/></svg>'

// biome-ignore format: a table
test.each<[string, Uint8Array, string, string]>([
  ['nothing', Buffer.alloc(0), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/png', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['SVG', Buffer.from(svg), 'image/svg+xml', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['SVG that is called PNG', Buffer.from(svg), 'image/png', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['PDF', Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n%%EOF'), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['a ZIP', Buffer.from('504b0304140000000000', 'hex'), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['a program', Buffer.from('7f454c4602010100', 'hex'), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['TIFF', await chart(20, 20).tiff().toBuffer(), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['AVIF', await chart(20, 20).avif({ effort: 0 }).toBuffer(), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['ImageMagick text', Buffer.from('push graphic-context\nimage over 0,0 0,0 "https://127.0.0.1/x"\npop graphic-context'), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['a picture in words', Buffer.from('P3 2 2 255 0 0 0 0 0 0 0 0 0 0 0 0'), '', 'it is no picture (JPEG, PNG, WebP or GIF)'],
  ['a beginning of JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), '', 'it is damaged'],
  ['HTML behind a GIF\'s name', Buffer.from('GIF89a<script>alert(1)</script>'), 'image/gif', 'it is damaged'],
  ['half a JPEG', jpeg.subarray(0, jpeg.length / 2), '', 'it is damaged'],
  ['half a PNG', png.subarray(0, png.length / 2), '', 'it is damaged'],
  ['half a WebP', (await photo(200, 100).webp().toBuffer()).subarray(0, 3000), '', 'it is damaged'],
  ['JPEG that is called PNG', jpeg, 'image/png', 'its server calls it image/png, but it is jpeg'],
  ['PNG that is called HTML', png, 'text/html', 'its server calls it text/html, but it is png'],
  ['PNG that is called SVG', png, 'image/svg+xml', 'its server calls it image/svg+xml, but it is png'],
  ['a PNG of 3,600,000,000 pixels', emptyPng(60_000, 60_000), 'image/png', 'it has too many pixels'],
  ['a PNG of 41,000,000 pixels', emptyPng(41_000, 1000), '', 'it has too many pixels'],
  ['a PNG whose pixels are missing', emptyPng(6000, 6000), '', 'it is damaged'],
  ['a GIF of 65,535 by 65,535', Buffer.from('474946383961ffffffff000000 2cffffffffffff0000 02 0100 3b'.replaceAll(' ', ''), 'hex'), '', 'it has too many pixels'],
])('%s is refused', async (_what, bytes, type, why) => {
  await expect(makeSmall({ bytes, type })).rejects.toMatchObject({ name: 'NoPicture', message: why })
})

test.each(['image/jpeg', 'image/jpg', 'application/octet-stream', ''])(
  'JPEG may be called %j',
  async (type) => {
    expect((await small(jpeg, type)).metadata.width).toBe(200)
  },
)

test('the sample is as it was drawn: no picture of it is larger', async () => {
  const folder = join(import.meta.dirname, '../../scripts/demo/sample/pictures')
  for (const name of readdirSync(folder)) {
    const { ending, length, metadata } = await small(readFileSync(join(folder, name)), 'image/png')
    expect({ ending, width: metadata.width, height: metadata.height }).toEqual({
      ending: 'png',
      width: 640,
      height: 400,
    })
    expect(length).toBeLessThan(10_000)
  }
})
