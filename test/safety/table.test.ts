import { expect, test } from 'vitest'
import { renderMarkdown } from '../../scripts/markdown/render.ts'
import { naughtyStrings, ownCases } from './cases.ts'
import { faultsOf } from './compare.ts'
import { hostileArchives, people } from './hostile-archive.ts'
import { templateNames } from './render-site.ts'
import { kindOfTarget, namesIn, skeletonOf } from './skeleton.ts'

/** What takes half of the time; table.slow.ts tries it too, and every case with everybody. */
const slow = ['calendar.11ty.ts', 'session-text.11ty.ts', 'sitemap.11ty.ts']
const only = templateNames.filter((name) => !slow.includes(name))

/** Each case alone, wherever words can stand; who is hostile goes by turns. */
test.each(people)(
  'own cases, where the hostile one is: %s',
  (who) => {
    const turn = people.indexOf(who)
    const told = ownCases
      .filter((_, index) => index % people.length === turn)
      .flatMap(({ name, text }) =>
        faultsOf(hostileArchives(text, who), { only }).map((fault) => `${name}: ${fault}`),
      )
    expect(told).toEqual([])
  },
  120_000,
)

test('the tables are as long as they are said to be, and no case stands there twice', () => {
  expect(ownCases.length).toBeGreaterThan(590)
  expect(naughtyStrings.length).toBeGreaterThan(480)
  expect(new Set(ownCases.map(({ name }) => name)).size).toBe(ownCases.length)
})

// biome-ignore format: a list
const tags = new Set('html head body p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong s a img hr br table thead tbody tr th td'.split(' '))
const attributes = new Set(
  'a href,a title,img src,img alt,img title,code class,ol start,ol type=1'.split(','),
)

test('a host’s markdown makes the tags of markdown and no others', () => {
  const told = [...ownCases, ...naughtyStrings].flatMap(({ name, text }) => {
    const skeleton = skeletonOf(renderMarkdown(text))
    const names = [...namesIn(skeleton)].map((found) =>
      attributes.has(found) ? found : found.replace(/=.*$/, ''),
    )
    const others = names.filter((found) => !(found.includes(' ') ? attributes : tags).has(found))
    const kinds = skeleton.targets.filter(
      (target) => !['web', 'here', 'mailto:'].includes(kindOfTarget(target)),
    )
    return [...others, ...kinds].map((found) => `${name}: ${found}`)
  })
  expect(told).toEqual([])
})
