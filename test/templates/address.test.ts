import { expect, test } from 'vitest'
import { linkTo, rootedLink } from '../../templates/parts/address.ts'

test.each([
  ['/', '/', 'index.html'],
  ['/', '/lgovsm/', 'lgovsm/index.html'],
  ['/lgovsm/', '/', '../index.html'],
  ['/lgovsm/2010-12-17/', '/lgovsm/2010-12-24/', '../2010-12-24/index.html'],
  ['/lgovsm/2010-12-17/', '/lgovsm/2010-12-17/#q1', '#q1'],
  ['/lgovsm/2010-12-17/hour/', '/lgovsm/2010-12-17/#130211', '../index.html#130211'],
  ['/lgovsm/people/sam/', '/lgovsm/people/', '../index.html'],
  ['/lgovsm/people/', '/lgovsm/people/a b/', 'a%20b/index.html'],
])('from %s to %s', (from, to, link) => {
  expect(linkTo(from, to)).toBe(link)
})

test('the page in place of a missing one links from the root, with the prefix of the site', () => {
  expect(rootedLink(undefined, '/about/')).toBe('/about/')
  expect(rootedLink('https://example.org/archive/', '/about/')).toBe('/archive/about/')
})
