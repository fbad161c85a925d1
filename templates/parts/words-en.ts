import { sentInWords } from '../../scripts/model/contribution-words.ts'
import { blogEn } from './words-blog-en.ts'

type Complete = {
  readonly posts: number
  readonly hashtag: string
  readonly when: string
  readonly shown: number | undefined
}
type Missing = {
  readonly posts: number
  readonly of: number
  readonly hashtag: string
  readonly when: string
}

export const en = {
  blog: blogEn,
  where: 'You are here',
  lists: 'Lists',
  letters: 'Letters',
  byYear: 'By year',
  skip: 'Skip to the posts',
  removal: 'Have a post removed',
  removalSubject: 'Please remove a post',
  askHosts: (hosts: string) => `Have a post removed: ask ${hosts}`,
  theHosts: 'the hosts of the chat',
  notFound: 'Page not found',
  notFoundText:
    'There is no page at this address. It may have been removed, or the address may be incomplete.',

  posts: (count: number) => (count === 1 ? '1 post' : `${count} posts`),
  people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
  sessions: (count: number) => (count === 1 ? '1 session' : `${count} sessions`),
  postsBy: (posts: string, people: string) => `${posts} by ${people}`,

  next: 'Next time',
  latest: 'The latest',
  archive: 'The archive',
  skipped: (date: string, reason: string) => `No chat on ${date}: ${reason}.`,
  takePart: (hashtag: string) => `To take part, post with ${hashtag}.`,
  noSessions: 'No session has been recorded yet.',
  series: (weekday: string, from: string, to: string) => `${weekday}s, ${from} to ${to}`,
  zone: (place: string) => `${place} time`,

  hosts: 'Hosts',
  host: 'Host',
  span: (from: string, to: string) => `${from} to ${to}`,
  times: (zone: string) => `All times are ${zone}.`,
  readTo: (hashtag: string, when: string) =>
    `Public posts with ${hashtag} up to ${when}; protected accounts are not included.`,
  complete: ({ posts, hashtag, when, shown }: Complete) =>
    `${posts === 1 ? 'The one public post' : `All ${posts} public posts`} with ${hashtag} up to ${when}${shown === undefined ? '' : ` (${shown} shown here)`}; protected accounts are not included.`,
  missing: ({ posts, of, hashtag, when }: Missing) =>
    `${posts} of ${of} public posts with ${hashtag} up to ${when}: the other ${of - posts} are missing until this session is fetched again. Protected accounts are not included.`,
  stoppedEarly: (posts: number, hashtag: string, when: string) =>
    `Not all public posts with ${hashtag} up to ${when}: reading stopped after ${posts}, and the rest is missing until this session is fetched again. Protected accounts are not included.`,
  notCounted: (hashtag: string, when: string) =>
    `Public posts with ${hashtag} up to ${when}; whether these are all is not known. Protected accounts are not included.`,
  fromFile: (posts: number) =>
    `From a file of ${posts === 1 ? '1 post' : `${posts} posts`}: what is missing in it is not known.`,
  busiest: (time: string, posts: string) => `Busiest at ${time}, with ${posts} in a minute.`,
  unchecked: 'Nobody has read this transcript over yet: a post may stand under the wrong question.',
  sample: 'This is a sample: the people and their posts are invented.',
  asked: 'The questions',
  questionLabel: (number: number) => `Q${number}`,
  open: 'The chat',
  before: 'Before the chat',
  after: 'After the chat',
  afterwards: 'Afterwards',
  onward: (heading: string) => `Next: ${heading}`,

  to: 'to',
  and: 'and',
  on: (label: string) => `on ${label}`,
  during: (label: string) => `during ${label}`,
  beforeChat: 'before the chat',
  afterChat: 'after the chat',
  edited: 'edited',
  sentIn: sentInWords.en,
  anonymous: 'Anonymous',
  answerBy: (label: string, way: string) => `Answer ${label} ${way}`,
  answerAlsoBy: (way: string) => `Answer ${way} too`,
  sendQuestionBy: (way: string) => `Send a question ${way}`,
  waysNote: 'The host reads it first, and may show it with the name you give or none.',
  answerTitle: 'Send an answer',
  askTitle: 'Send a question',
  askIntro: 'A question for one of the next chats. The host chooses what is asked.',
  nameToShow: 'Name to show (may stay empty)',
  yourAnswer: 'Your answer',
  yourQuestion: 'Your question',
  sendAnswer: (label: string) => `Send the answer to ${label}`,
  sendQuestion: 'Send the question',
  leaveEmpty: 'Leave this empty',
  formGoesTo: (host: string) => `This form is sent to ${host}, where the host of the chat reads it.`,
  answerByMail: (address: string, tag: string) =>
    `To answer from off the network, write to ${address} with [${tag}] in the subject, and the number of the question.`,
  chosenQuestions: 'Chosen for coming chats',
  waitingQuestions: 'Sent in, and not chosen yet',
  forSession: (date: string) => `for ${date}`,
  sentBy: (name: string) => (name === '' ? 'sent in' : `sent in by ${name}`),
  sentInList: 'Sent in from off the network',
  relayedBy: 'relayed by',
  unavailable: 'Name not available',
  removed: 'removed',
  quotes: 'quotes',
  picture: { photo: 'Picture', video: 'Video', gif: 'Animated picture' },
  noDescription: 'no description given',
  poll: 'Poll',
  votes: (count: number) => (count === 1 ? '1 vote' : `${count} votes`),

  links: 'Links shared',
  whoTookPart: 'Who took part',
  otherSessions: 'Other sessions',
  previous: (title: string) => `Previous: ${title}`,
  following: (title: string) => `Next: ${title}`,
  hour: 'The hour as it happened',
  hourIntro: 'Every post in the order it was said. The time of each leads to its place in the transcript.',
  transcript: 'The transcript by question',
  originals: 'The time and name of each post lead to its original.',
  linkToPost: 'To link to one post, follow it from',
  plainText: 'This session as plain text, ready to mail',
  note: 'Note',
  onTheWeb: 'On the web',
  allSessions: 'All sessions',
  allOf: (count: number, title: string) =>
    count === 1 ? `The one session of ${title}` : `All ${count} sessions of ${title}`,
  peopleList: 'People',
  questionsList: 'Questions',
  linksList: 'Links',
  calendar: 'Calendar',
  feed: 'Feed',
  search: 'Search',
  searchLabel: 'A word, a name, an emoji',
  searchOff:
    'Searching needs scripts, and the site on the web: it does not work from a disk or in an old browser. The ways below work everywhere.',
  searchNone: 'Nothing found. Try fewer words, or only the beginning of one.',
  searchSessions: 'Sessions',
  searchMore: 'More',
  searchFailed: 'The search could not be loaded. The ways below work everywhere.',
  nothingToSearch: 'No session has been read over by its hosts yet, so there is nothing to search.',
  otherWays: 'Other ways to find things',
  peopleIntro: 'Everyone who took part, A to Z.',
  otherNames: 'Other',
  firstPost: 'first post',
  questionsIntro: 'Every question that was asked, newest first.',
  linksIntro: 'Every link that was shared, by site.',
}
