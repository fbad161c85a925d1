import { expect, test } from 'vitest'
import { automaticDoubts } from '../../../scripts/inbox/mail/automatic.ts'
import { parseMail } from '../../../scripts/inbox/mail/parse-mail.ts'
import { toReplyText } from '../../../scripts/inbox/mail/reply-text.ts'
import { findDoubts } from '../../../scripts/inbox/spam.ts'
import { mailNames, rawMail, readMail } from './read-mail.ts'

const q2 = { chat: 'lgovsm', date: '2010-12-17', key: 'q2', isQuestion: false }

/** Mails for the second question, with the name on their "Name to show" line and their writer's own words. */
// biome-ignore format: a table
const answers: readonly [mail: string, name: string, text: string][] = [
  ['council-footer', 'Flo', 'Three systems, three passwords, one nurse.'],
  ['gmail-html-only', 'Ed', 'Comments closed on Friday at five.'],
  ['japanese', '山田', '雪の日は地図が役に立つ。'],
  ['name-below', 'Jo', 'Too many logos.'],
  ['no-subject', 'Ike', 'The subject line got lost.'],
  ['outlook-ios-reply', 'Bo', 'Apps that want a password a week.'],
  ['postscript', 'Di', 'Queues at the desk, and nobody says why.\n\nRegards\nDi\n\nPS: the library put a whiteboard outside, and that was the end of it.'],
  ['proton', 'Alf', 'Trust first.'],
  ['quoted-name-line', '', 'A correction: it was the second winter.'],
  ['rtl', 'هالة', 'الخرائط تساعد في أيام الثلج.'],
  ['two-plain-parts', 'Ken', 'The first half.\nThe second half.'],
  ['attached-photo', 'Nan', 'A sign nobody reads, see the picture.'],
  ['bad-boundary', 'Wes', 'A charset that nobody knows.\n--wrong--'],
  ['base64', 'Dee', 'Opening hours that are out of date — still.'],
  ['blackberry', 'Will', 'A logo that takes a minute to load.'],
  ['empty-plain', 'Max', 'Forms with forty fields.'],
  ['flowed', 'Ira', 'The page that says "we are experiencing unprecedented demand" every single day of the year, and a telephone number below it.\n\nFrom the desk of nobody.'],
  ['forwarded-attached', 'Sol', 'My words; the old mail is attached.'],
  ['gmail-bottom', 'Hana', 'Press releases pasted in whole.'],
  ['gmail-forward-note', 'Lou', 'I agree with the question: silence fails.'],
  ['gmail-inline', '', 'Feeds of press releases.\n\nA rota.'],
  ['gmail-top-reply', 'Fay', 'We answer within the hour, or say when we will.\n\nFay'],
  ['gmail-welsh', 'Siân', 'Ysgrifennu yn Gymraeg yn gyntaf, nid fel cyfieithiad. Mae pobl yn sylwi.'],
  ['gmail-wrapped-intro', 'Gus', 'Nothing fails as loudly as an account that nobody reads.'],
  ['hard-wrapped', 'Jay', 'When the river rose we posted every hour, on the hour, whether there was news or not, and people told us afterwards that the hours without news were the ones that helped.\n\n- maps\n- photographs'],
  ['html-lists', 'Lea', 'Three things fail:\n\n * silence\n * noise\n\nSee this page [https://example.gov.uk/a?b=1].'],
  ['iphone', 'Uma', 'Locked-down phones.'],
  ['iphone-reply', 'Vic', 'One-way shouting.'],
  ['latin1-qp', 'Éli', '£5,000 for a logo.'],
  ['link-encoded-subject', 'Dil', 'Meet them in the café.'],
  ['link-folded-subject', 'Eve', 'Short posts, plain words.'],
  ['link-no-name', '', 'Open the planning data first.'],
  ['link-percent', 'Cat', 'Gritting routes on a map.'],
  ['link-plain', 'Ann', 'Start with what residents ask for, not with what we have.'],
  ['nested', 'Oz', 'Boxes in boxes in boxes.'],
  ['no-charset', 'Hal', 'Plain text works.'],
  ['no-message-id', 'Kay', 'No one owns it.'],
  ['outlook-android', 'Tess', 'Meetings about tweets.'],
  ['outlook-external', 'Quentin', 'A blocked site cannot be answered.'],
  ['outlook-german', 'Jörg Müller', 'Für uns: Ämter, die ein Faxgerät öffnen müssen.'],
  ['outlook-html-only', 'Rosa', 'Jargon & “engagement” fail. Say bins.'],
  ['outlook-original', 'Owen', 'Two tools that do not talk to each other.'],
  ['outlook-ruled', 'Pat', 'Buying followers.'],
  ['outlook-top-reply', 'Nia', 'Waiting for sign-off fails. By then the snow has melted.'],
  ['outlook-winmail', 'Sam', 'One person with all the passwords.'],
  ['pgp-signed', 'Ray', 'A key that nobody checks.'],
  ['samsung-french', 'Yves', 'Le jargon.'],
  ['smime-signed', 'Peg', 'Trust, signed.'],
  ['truncated', 'Val', 'The line went dead in the mid'],
  // Markup can hide in UTF-7 from whatever looks for it, so the library does not read it.
  ['utf-7', 'Gil', 'Caf+AOk-s with wifi do more.'],
  ['welsh-circumflex', 'Gwen Rhŷs', 'Dŵr a gwynt: rhybuddion yn Gymraeg, os gwelwch yn dda.'],
  ['windows-1252', 'Flo', 'The “corporate” voice – it’s nobody’s.'],
  ['yahoo-disclaimer', 'Xan', 'Thanks for asking. Two things fail: long forms, and long waits.'],
]

test.each(answers)('an answer is read right: %s', async (mail, name, text) => {
  const incoming = await readMail(rawMail(mail))
  expect(incoming).toMatchObject({ network: 'email', tag: q2, name, text, consent: 'sent in', doubts: [] })
  expect(findDoubts(incoming)).toEqual([])
})

/** Mails that need the host's question first, whether their writer agrees. */
// biome-ignore format: a table
const others: readonly [mail: string, tag: unknown, name: string, text: string, consent: string][] = [
  ['apple-forward', q2, '', 'Surveys that nobody reads.', 'open'],
  ['gmail-forward', q2, 'Kit', 'We closed comments, and they went elsewhere.', 'open'],
  ['question-next-time', { chat: 'lgovsm', date: undefined, key: undefined, isQuestion: true }, 'Tia', "How do you say no to a councillor's logo?", 'sent in'],
  ['untagged', undefined, '', 'I liked the last one. Snow maps are what we need.', 'open'],
]

test.each(others)('what is no plain answer is read right: %s', async (mail, tag, name, text, consent) => {
  expect(await readMail(rawMail(mail))).toMatchObject({ tag, name, text, consent, doubts: [] })
})

/** Mails that nobody wrote to the host, or that say nothing. */
const held: readonly [mail: string, doubt: string][] = [
  ['bounce', 'a bounce'],
  ['digest', 'a mailing list'],
  ['empty', 'empty'],
  ['encrypted', 'empty'],
  ['invitation', 'an invitation of a calendar'],
  ['list-with-tag', 'a mailing list'],
  ['mailing-list', 'a mailing list'],
  ['out-of-office', 'an automatic answer'],
  ['out-of-office-german', 'an automatic answer'],
  ['read-receipt', 'a receipt'],
  ['spam', 'marked as spam on its way'],
]

test.each(held)('is held back: %s', async (mail, doubt) => {
  const incoming = await readMail(rawMail(mail))
  expect([...incoming.doubts, ...findDoubts(incoming)]).toContain(doubt)
})

test('every mail is in one of the tables', () =>
  expect([...answers, ...others, ...held].map(([mail]) => mail).sort()).toEqual(mailNames.sort()))

test('the name and the address of the sender are never the name to show', async () => {
  for (const mail of mailNames) {
    const { name, sender } = await readMail(rawMail(mail))
    expect(name).not.toContain('@')
    expect(sender, mail).toContain('@')
  }
})

test('a huge mail is read in time, and its words are not cut silently', async () => {
  const line = 'On Friday we said that it would be done, and that it was not, and wrote it down.\r\n'
  const raw = Buffer.from(
    `From: a@example.org\r\nSubject: [lgovsm 2010-12-17 Q2]\r\n\r\n${line.repeat(60_000)}`,
  )
  const started = performance.now()
  const incoming = await readMail(raw)
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(findDoubts(incoming).join()).toMatch(/letters/)
})

test.each([
  ['a thousand nested quotes', `${'> '.repeat(1000)}x\n`.repeat(200)],
  ['introductions without an end', `${`On ${'a '.repeat(95)}\n`.repeat(3000)}`],
  ['heads without an end', 'From: a\n'.repeat(20_000)],
  ['spaces', `${' '.repeat(50_000)}x`],
  ['goodbyes', 'Kind regards\n'.repeat(20_000)],
])('hostile words do not hold it up: %s', (_, text) => {
  const started = performance.now()
  toReplyText(text)
  expect(performance.now() - started).toBeLessThan(2000)
})

test('deep and broken MIME is read as far as it goes', async () => {
  const deep = Array.from(
    { length: 300 },
    (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`,
  )
  const mail = await parseMail(Buffer.from(`From: a@example.org\r\n${deep.join('')}\r\nWords\r\n`))
  expect(automaticDoubts(mail)).toEqual([])
})
