import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runIn, scratch } from './command.ts'

test('without a token nothing is fetched, and what is there is built all the same', {
  timeout: 120_000,
}, async () => {
  const settings = 'title: "#lgovsm"\nhashtags: "#lgovsm"\nfirst: 2010-12-03\n'
  const { root, remove } = scratch({ 'content/lgovsm/chat.yaml': settings })
  try {
    const { code, out, err } = await runIn(root, 'start', '--no-serve')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^#lgovsm: nothing was fetched, since there is no X_BEARER_TOKEN in \.env\n/)
    expect(existsSync(join(root, 'dist/index.html'))).toBe(true)
  } finally {
    remove()
  }
})
