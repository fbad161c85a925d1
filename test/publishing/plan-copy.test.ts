import { expect, test } from 'vitest'
import { planCopy } from '../../scripts/publishing/plan-copy.ts'

const is: Record<string, 'same' | 'other'> = {
  'index.html': 'other',
  'lgovsm/index.html': 'other',
  'lgovsm/feed.xml': 'other',
  'lgovsm/2010-12-10/index.html': 'same',
}

test('new files come first, then pages from the deepest up, then lists of pages, then what is gone', () => {
  const files = [
    'index.html',
    'lgovsm/2010-12-10/index.html',
    'lgovsm/2010-12-17/index.html',
    'lgovsm/2010-12-17/media/a.png',
    'lgovsm/feed.xml',
    'lgovsm/index.html',
  ]
  const ours = ['lgovsm/old.html', 'index.html', 'lgovsm/a.png']
  expect(planCopy({ files, ours, compare: (file) => is[file] ?? 'missing' })).toEqual({
    added: ['lgovsm/2010-12-17/media/a.png', 'lgovsm/2010-12-17/index.html'],
    changed: ['lgovsm/index.html', 'index.html', 'lgovsm/feed.xml'],
    removed: ['lgovsm/a.png', 'lgovsm/old.html'],
  })
})
