import { afterAll, beforeAll, expect, test } from 'vitest'
import { type StandIn, sampleNow, sampleToken, startStandIn } from '../scripts/demo/stand-in.ts'
import { tryToken } from '../scripts/sources/x/try-token.ts'

let standIn: StandIn
beforeAll(async () => {
  standIn = await startStandIn()
})
afterAll(() => standIn.close())

const trial = (token: string, hashtag = '#lgovsm') =>
  tryToken({ token, base: standIn.url, hashtags: [hashtag], now: sampleNow })

test('a token that works is accepted', async () => {
  await expect(trial(sampleToken)).resolves.toBeUndefined()
})

test('a token that does not work is refused, and not shown', async () => {
  await expect(trial('s3cr3t')).rejects.toThrow('X answered 401: X_BEARER_TOKEN is not accepted')
  await expect(trial('s3cr3t')).rejects.not.toThrow('s3cr3t')
})

test('a token that cannot be one is not sent', async () => {
  await expect(trial('two words')).rejects.toThrow('X_BEARER_TOKEN holds a space')
})
