import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** The one picture of the sample archive, where a build looks for it. */
export function writeWall(content: string): void {
  const media = join(content, 'lgovsm/2010-12-17/media')
  mkdirSync(media, { recursive: true })
  writeFileSync(join(media, 'wall.png'), Buffer.from(onePixel, 'base64'))
}
