import { afterEach, beforeEach, expect, test } from 'vitest'
import { openArchive } from '../../scripts/content/archive.ts'
import { arrive } from '../../scripts/inbox/arrive.ts'
import type { Incoming } from '../../scripts/inbox/item.ts'
import { readItems } from '../../scripts/inbox/item-files.ts'
import { moderate } from '../../scripts/inbox/moderate.ts'
import { contributionNetworks } from '../../scripts/model/contribution.ts'
import { renderSite } from '../safety/render-site.ts'
import { acceptAll } from './accept-all.ts'
import { mailNames, rawMail, readMail } from './mail/read-mail.ts'
import { incoming, type ScratchInbox, scratchInbox } from './scratch-inbox.ts'

let box: ScratchInbox
beforeEach(() => {
  box = scratchInbox()
})
afterEach(() => box.remove())

/** Everything of a source that must not be seen: whose it is, and its number there. */
function secretsOf(all: readonly Incoming[]): string[] {
  return all.flatMap(({ sender, sourceIds }) => [
    ...(sender ? [sender] : []),
    ...sourceIds.map((id) => id.split(' ')[0] ?? id),
  ])
}

test('no address and no id of a sender is in content/ or on a page', async () => {
  const others = contributionNetworks.map((network, i) =>
    incoming({
      network,
      sourceIds: [`source-id-${i}-7531`],
      sender: `sender-${network}-8642`,
      text: `Words ${network}.`,
    }),
  )
  const mails = await Promise.all(mailNames.map((name) => readMail(rawMail(name))))
  const all = [...others, ...mails]
  for (const one of all) arrive(box.root, one, () => false)
  const clock = () => '2010-12-18T10:00:00Z'
  await moderate({ root: box.root, prompts: acceptAll, tell: () => {}, clock, spam: false })
  const accepted = readItems(box.root).filter(({ state }) => state === 'accepted')
  expect(accepted.length, 'so that the test can fail').toBeGreaterThan(45)
  const secrets = secretsOf(all).filter((secret) => secret.length > 3)
  expect(secrets.length).toBeGreaterThan(100)
  const pages = renderSite(openArchive(box.root)).map(({ file, text }) => [file, text] as const)
  const files = [...Object.entries(box.files('content')), ...pages]
  expect(pages.find(([file]) => file === 'lgovsm/2010-12-17/index.html')?.[1]).toContain('Words dm.')
  const found = files.flatMap(([file, text]) =>
    secrets
      .filter((secret) => text.toLowerCase().includes(secret.toLowerCase()))
      .map((secret) => `${file}: ${secret}`),
  )
  expect(found).toEqual([])
})
