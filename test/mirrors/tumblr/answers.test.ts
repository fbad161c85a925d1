import { describe, expect, test } from 'vitest'
import { created, parseExactly, post } from '../../../scripts/mirrors/tumblr/answers.ts'

describe('whole numbers that would lose digits are read as texts', () => {
  test.each([
    ['738472918273646593', '738472918273646593'],
    ['-738472918273646593', '-738472918273646593'],
    ['{"id":738472918273646593,"n":1}', { id: '738472918273646593', n: 1 }],
    ['[1234567890123456,123456789012345]', ['1234567890123456', 123456789012345]],
    ['["a\\"",738472918273646593]', ['a"', '738472918273646593']],
    ['["\\\\",738472918273646593]', ['\\', '738472918273646593']],
  ])('%s', (text, value) => {
    expect(parseExactly(text)).toEqual(value)
  })

  test.each([
    '0.12345678901234567890',
    '-0.12345678901234567890',
    '[12345678901234567890.5]',
    '1.2345678901234567890e-7',
    '12345678901234567890E+2',
    '1e0000000000000000',
    '"738472918273646593"',
    '"a \\" 738472918273646593 \\\\"',
    '{"738472918273646593":[0.5,"0.12345678901234567890"]}',
    '[true,null,"",-0,1.5e3]',
  ])('all else as it stands: %s', (text) => {
    expect(parseExactly(text)).toEqual(JSON.parse(text))
  })

  test('however long a text is', () => {
    const long = 'a\\"'.repeat(5_000_000)
    expect(parseExactly(`["${long}",738472918273646593]`)).toEqual([
      'a"'.repeat(5_000_000),
      '738472918273646593',
    ])
  })
})

describe('the id of a post', () => {
  test.each([
    [{ id: 4216 }, '4216'],
    [{ id: 4216, id_string: '4216' }, '4216'],
    [{ id: '738472918273646593' }, '738472918273646593'],
    [{ id: 738472918273, id_string: '738472918273646593' }, '738472918273646593'],
    [{ id: {}, id_string: '4216' }, '4216'],
  ])('%j', (ids, id) => {
    expect(post.parse({ ...ids, content: [] })).toMatchObject({ id })
  })

  test.each([{}, { id: '' }, { id: 'abc' }, { id: 0 }, { id: 1.5 }, { id: null }])('%j is none', (ids) => {
    expect(post.safeParse({ ...ids, content: [] }).success).toBe(false)
  })

  test.each([4216, '4216'])('of a new post, %j', (id) => {
    expect(created.parse({ id })).toEqual({ id: '4216' })
  })
})
