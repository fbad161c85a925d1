import { expect, test } from 'vitest'
import type { Archive } from '../../scripts/model/archive.ts'
import { tagsOf } from '../../templates/parts/blog/tags.ts'
import { chat } from '../builders.ts'
import { batchArchives } from './batch.ts'
import { naughtyStrings, ownCases } from './cases.ts'
import { faultsIn, pathFaults } from './compare.ts'
import { renderSite, templateNames } from './render-site.ts'

const blog = templateNames.filter((name) => name.startsWith('blog') && name !== 'blog-post.11ty.ts')

test('every list of the blog has the tags, attributes and targets of its twin', () => {
  const twins = batchArchives([...ownCases, ...naughtyStrings], 40)
  const made = renderSite(withBlog(twins.hostile), blog)
  const beside = new Map(renderSite(withBlog(twins.twin), blog).map(({ from, text }) => [from, text]))
  const told = made.flatMap(({ from, file, text }) =>
    faultsIn(file, text, beside.get(from) ?? '').map((fault) => `${file}: ${fault}`),
  )
  expect(told).toEqual([])
  expect(made.length).toBeGreaterThan(10)
}, 60_000)

test('whatever a topic is called, its page stands inside the site, on every file system', () => {
  const tags = [...ownCases, ...naughtyStrings].map(({ text }) => text)
  const slugs = tagsOf(chat(), { date: '2010-12-17', tags }).map(({ slug }) => slug)
  expect(slugs.length).toBeGreaterThan(300)
  expect(slugs.flatMap((slug) => pathFaults(`blog/tagged/${slug}/index.html`))).toEqual([])
  expect(new Set(slugs.map((slug) => slug.toLowerCase())).size).toBe(slugs.length)
})

function withBlog({ site, ...rest }: Archive): Archive {
  return { ...rest, site: { ...site, blog: { isOn: true, first: undefined } } }
}
