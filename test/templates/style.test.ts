import { expect, test } from 'vitest'
import { layout } from '../../templates/parts/layout.ts'
import { siteData } from '../../templates/parts/site-data.ts'
import { styleHash, styleOf } from '../../templates/parts/style.ts'
import { site } from './site.ts'

test("the host's own rules stand behind the built-in ones, under the same seal", () => {
  const own = 'h1{letter-spacing:.1em}'
  const page = layout(siteData({ site, pages: [], style: own }, []), { path: '/', title: 'x', main: '' })
  const style = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? ''
  expect(style.endsWith(`\n${own}`)).toBe(true)
  expect(page).toContain(`style-src '${styleHash(style)}'`)
})

test.each([
  [undefined, '--a:#0b5c6b', '--a:#6fc3d3'],
  ['#00703c', '--a:#00703c', '--a:#36915b'],
  ['#ff0', '--a:#797900', '--a:#ff0'],
  ['no colour', '--a:#0b5c6b', '--a:#6fc3d3'],
])('the accent %s can be read on light and on dark', (accent, light, dark) => {
  expect(styleOf(accent).match(/--a:[^;}]+/g)).toEqual([light, dark])
})
