import { expect, test } from 'vitest'
import { findKnown, fingerprint, keyType, knownLine } from '../../../scripts/publishing/sftp/known-hosts.ts'

const known = 'AAAAC3NzaC1lZDI1NTE5AAAAICAA9PRQqJLVxRgNGxMdQ2t9766hZC6y1zcjHI4Op3wR'
const other = 'AAAAC3NzaC1lZDI1NTE5AAAAIEGvdkpAqdk2BfDmr3ov5o6i6dAraK7N1DQIiNruffcD'
const key = Buffer.from(known, 'base64')
const ed25519 = `ssh-ed25519 ${known}`

// As ssh-keygen -H makes it of archive.example.org, and of that at port 2222.
const hashed = `|1|SDtW56KXYJWsvFHg9xGmwg4Rygg=|GMqCMN2DoFShmJboaJ1G4ECLLe4= ${ed25519}`
const hashedPort = `|1|7Qf5iRHHngLu1XRp1Xa5ifbBE7w=|UMNf4SsW0np060iRFNb6KJ/IPI0= ${ed25519}`

test.each([
  ['nothing', '', 22, 'unknown'],
  ['its name', `archive.example.org ${ed25519}`, 22, 'known'],
  [
    'its name in other letters, and a comment',
    `# mine\r\nArchive.Example.ORG ${ed25519} me@here\r\n`,
    22,
    'known',
  ],
  ['one of several names', `192.0.2.1,archive.example.org ${ed25519}`, 22, 'known'],
  ['a pattern', `*.example.org ${ed25519}`, 22, 'known'],
  ['a pattern of one letter', `archiv?.example.org ${ed25519}`, 22, 'known'],
  ['a dot that is only a dot', `archive-example.org ${ed25519}`, 22, 'unknown'],
  ['a pattern with an exception', `*.example.org,!archive.example.org ${ed25519}`, 22, 'unknown'],
  ['another port', `[archive.example.org]:2222 ${ed25519}`, 22, 'unknown'],
  ['that port', `[archive.example.org]:2222 ${ed25519}`, 2222, 'known'],
  ['the usual port only', `archive.example.org ${ed25519}`, 2222, 'unknown'],
  ['a hashed name', hashed, 22, 'known'],
  ['a hashed name of another port', hashedPort, 22, 'unknown'],
  ['a hashed name with its port', hashedPort, 2222, 'known'],
  ['another key', `archive.example.org ssh-ed25519 ${other}`, 22, 'changed'],
  ['two keys', `archive.example.org ssh-ed25519 ${other}\narchive.example.org ${ed25519}`, 22, 'known'],
  ['a key of another type', 'archive.example.org ecdsa-sha2-nistp256 AAAA', 22, 'changed'],
  ['a revoked key', `archive.example.org ${ed25519}\n@revoked * ${ed25519}`, 22, 'revoked'],
  ['an authority, which is not asked', `@cert-authority *.example.org ${ed25519}`, 22, 'unknown'],
  ['a torn line', 'archive.example.org ssh-ed', 22, 'unknown'],
])('%s', (_, text, port, judged) => {
  expect(findKnown([text], 'archive.example.org', port).judge(key)).toBe(judged)
})

test('the types that are known are asked for first', () => {
  const texts = [`archive.example.org ${ed25519}\nelsewhere.example.org ssh-rsa AAAA`]
  expect(findKnown(texts, 'archive.example.org', 22).types).toEqual(['ssh-ed25519'])
})

test('a key is shown as ssh shows it, and its line makes it known', () => {
  expect(fingerprint(key)).toBe('SHA256:zMsZRxkeYOCqj4y7J5/mRThFbR8mTKQ55A6MRA0hP1Q')
  expect(keyType(key)).toBe('ssh-ed25519')
  const line = knownLine('archive.example.org', 2222, key)
  expect(line).toBe(`[archive.example.org]:2222 ${ed25519}`)
  expect(findKnown([line], 'archive.example.org', 2222).judge(key)).toBe('known')
})
