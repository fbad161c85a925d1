import { afterEach, beforeEach, expect, test } from 'vitest'
import { readEnv } from '../../scripts/content/env-file.ts'
import { keyName, readRemovedList, toWithdrawn } from '../../scripts/content/removed-list.ts'
import { requireTimes } from '../../scripts/fetching/require-times.ts'
import { saveSession } from '../../scripts/fetching/save-session.ts'
import { arrive } from '../../scripts/inbox/arrive.ts'
import type { Item } from '../../scripts/inbox/item.ts'
import { readItems, writeItem } from '../../scripts/inbox/item-files.ts'
import { moderate } from '../../scripts/inbox/moderate.ts'
import { planSession } from '../../scripts/inbox/questions/plan-session.ts'
import { waitingQuestions } from '../../scripts/inbox/questions/waiting.ts'
import { keptOut } from '../../scripts/inbox/run-inbox.ts'
import type { ContributionNetwork } from '../../scripts/model/contribution.ts'
import { remove } from '../../scripts/removing/remove.ts'
import { chat, post } from '../builders.ts'
import { acceptAll } from './accept-all.ts'
import { incoming, type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

const secret = 'a key that nobody knows, 32 letters'
const now = '2010-12-18T10:00:00Z'

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

const ann = incoming({ sourceIds: ['1'], text: 'Annswords.', sender: 'ann.secret@example.org' })
const annAgain = incoming({ sourceIds: ['2'], text: 'Annswords again.', sender: 'ann.secret@example.org' })
const ben = incoming({ sourceIds: ['3'], text: 'Benswords.', name: 'Ben', sender: 'ben.secret@example.org' })
const dm = incoming({ network: 'dm', sourceIds: ['4'], text: 'Dmswords.', name: 'Dee', sender: '77' })

async function accept(): Promise<void> {
  for (const one of [ann, ben, dm]) arrive(box.root, one, () => false)
  await moderate({ root: box.root, prompts: acceptAll, tell: () => {}, clock: () => now, spam: false })
  arrive(box.root, annAgain, () => false)
}

afterEach(() => {
  delete process.env[keyName]
})

const run = (target: string, dryRun = false) => remove({ root: box.root, target, secret, dryRun })
const everything = () => JSON.stringify([box.files('content'), box.files('.inbox')])

test.each(['ann.secret@example.org', 'user:email:Ann.Secret@Example.org'])(
  'a person is gone from content and inbox, waiting or accepted, and stays out: %s',
  async (target) => {
    await accept()
    const before = everything()
    expect(run(target, true).join('\n')).toMatch(/2 things that came in would be removed/)
    expect(everything()).toBe(before)
    const told = run(target)
    expect(told.join('\n')).toMatch(
      /^content\/lgovsm\/2010-12-17\/: 1 post removed\n\.inbox\/: 2 things that came in removed, and who sent it/,
    )
    expect(everything()).not.toMatch(/Annswords|ann\.secret/i)
    expect(everything()).toMatch(/Benswords/)
    expect(
      arrive(box.root, annAgain, () => false),
      'the same mail is known',
    ).toBe('known')
    const withdrawn = toWithdrawn(readRemovedList(box.root), secret)
    expect(withdrawn.hasPerson('email', { id: 'ann.secret@example.org', handle: undefined })).toBe(true)
    expect(withdrawn.hasPerson('email', { id: 'ben.secret@example.org', handle: undefined })).toBe(false)
    expect(readEnv(box.root)[keyName], 'the key was there').toBeUndefined()
  },
)

test('an answer is gone by its id, and does not come again', async () => {
  await accept()
  const id = readItems(box.root).find(({ sender }) => sender?.startsWith('ben'))?.place?.id ?? ''
  expect(run(id).join('\n')).toMatch(/1 post removed[\s\S]*1 thing that came in removed/)
  expect(everything()).not.toMatch(/Benswords|ben\.secret/)
  expect(arrive(box.root, ben, () => false)).toBe('known')
  expect(run(id)).toEqual([`${id}: it is removed already: nothing to do`])
})

test('somebody of the chat’s own network is gone with what they wrote in private', async () => {
  await accept()
  run('user:77')
  expect(everything()).not.toMatch(/Dmswords/)
  expect(everything()).toMatch(/Benswords/)
})

test('a question that was sent in goes from the public list', async () => {
  const tag = { chat: 'lgovsm', date: undefined, key: undefined, isQuestion: true }
  arrive(box.root, incoming({ tag, text: 'Who reads it?', name: 'Zoe' }), () => false)
  await moderate({ root: box.root, prompts: acceptAll, tell: () => {}, clock: () => now, spam: false })
  const lgovsm = chat()
  const [sent] = waitingQuestions(box.root, lgovsm)
  const picked = [{ text: sent?.text ?? '', sent }]
  planSession(box.root, { chat: lgovsm, date: '2010-12-24', picked })
  expect(box.read('content/lgovsm/questions.yaml')).toContain('Zoe')
  run(sent?.id ?? '')
  expect(box.read('content/lgovsm/questions.yaml')).not.toContain('Zoe')
  expect(readItems(box.root)).toEqual([])
})

test.each<ContributionNetwork>(['form', 'tumblr', 'hand'])(
  'by their address somebody is gone with what came by another way, and nothing more of it comes in: %s',
  async (network) => {
    arrive(box.root, incoming({ ...ann, network }), () => false)
    run('ann.secret@example.org')
    expect(everything()).not.toMatch(/Annswords|ann\.secret/)
    process.env[keyName] = secret
    const again = incoming({ ...ann, network, sourceIds: ['9'] })
    expect(arrive(box.root, again, keptOut(box.root))).toBe('kept out')
    expect(arrive(box.root, ben, keptOut(box.root))).toBe('new')
  },
)

const listed = `questions:
  - text: Who reads it?
    name: Zoe
    for: 2010-12-24 Q1
    id: email:00000000000000aa
`

test.each(['email:00000000000000aa', 'name:Zoe'])(
  'a question that another computer accepted goes from the public list: %s',
  (target) => {
    box.write('content/lgovsm/questions.yaml', listed)
    expect(run(target, true)[0]).toBe('content/lgovsm/questions.yaml: 1 question would be removed')
    expect(box.read('content/lgovsm/questions.yaml')).toBe(listed)
    expect(run(target)[0]).toBe('content/lgovsm/questions.yaml: 1 question removed')
    expect(box.read('content/lgovsm/questions.yaml')).not.toContain('Zoe')
    expect(run('email:00000000000000aa')).toEqual([
      'email:00000000000000aa: it is removed already: nothing to do',
    ])
  },
)

test('a question that the host wrote down goes by the name on it', () => {
  box.write('content/lgovsm/questions.yaml', listed.replace(/ +id: .*\n/, ''))
  expect(run('name:zoe')[0]).toBe('content/lgovsm/questions.yaml: 1 question removed')
  expect(box.read('content/lgovsm/questions.yaml')).not.toContain('Zoe')
})

test('by their handle somebody is gone with what they wrote in private', () => {
  const lgovsm = chat({ hosts: ['host'] })
  const dee = { id: '77', handle: 'dee', name: 'Dee' }
  const posts = [post({ at: '2010-12-17T13:05:00Z', author: dee, text: 'A1 In public #lgovsm' })]
  const date = '2010-12-17'
  const times = requireTimes(lgovsm, date)
  saveSession({ root: box.root, chat: lgovsm, times, posts, readTo: times.end, adopt: false, dryRun: false })
  arrive(box.root, dm, () => false)
  expect(run('@dee').join('\n')).toContain('.inbox/: 1 thing that came in removed')
  expect(everything()).not.toMatch(/Dmswords|In public/)
})

test.each<Item['state']>(['waiting', 'held', 'declined', 'accepted'])(
  'by the name given something is gone that stands nowhere in public: %s',
  (state) => {
    arrive(box.root, ann, () => false)
    const [item] = readItems(box.root)
    const tag = { chat: 'lgovsm', date: undefined, key: undefined, isQuestion: true }
    const place = { id: 'email:00000000000000aa', chat: 'lgovsm', date: undefined, key: undefined }
    if (item) writeItem(box.root, { ...item, tag, state, place: state === 'accepted' ? place : undefined })
    arrive(box.root, ben, () => false)
    expect(run('name: ann')[0]).toBe('.inbox/: 1 thing that came in removed, and who sent it')
    expect(everything()).not.toMatch(/Annswords/)
    expect(everything()).toMatch(/Benswords/)
  },
)

test('what was sent in with a name is gone, whatever name the host shows it by', async () => {
  await accept()
  const q2 = 'content/lgovsm/2010-12-17/q2.md'
  box.write(q2, box.read(q2).replace('Ben · ', 'B. · '))
  run('name:Ben')
  expect(everything()).not.toMatch(/Benswords/)
})

test('a name that nothing was sent in with is an error', async () => {
  await accept()
  expect(() => run('name:Zoe')).toThrow('Zoe: nothing was sent in with this name')
})
