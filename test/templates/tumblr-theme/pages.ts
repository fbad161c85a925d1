import type { Scope } from './render-theme.ts'

/** A session as the mirror posts it, as Tumblr hands it to themes: text, with headings, bold names and a list. */
const session: Scope = {
  Permalink: 'https://lgovsm.tumblr.com/post/1/starting',
  'block:Text': {
    'block:Title': { Title: 'Starting' },
    Body: '<p>We talked about starting.</p><h1>Q1: How do we start?</h1><p><b>dave</b> 13:02<br>A1 Early: <a href="https://example.gov.uk/survey">example.gov.uk/survey</a></p><p class="npf_chat"><b>ann:</b> Our wall</p><figure class="tmblr-full"><img src="data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7" alt="A wall of notes" width="640" height="480"></figure><h2>Afterwards</h2><blockquote><p>From my desk</p></blockquote><p class="npf_indented">A note</p>',
  },
  'block:Date': { DayOfMonth: '17', Month: 'December', Year: '2010' },
  'block:NoteCount': { NoteCountWithLabel: '143 notes' },
  'block:HasTags': {
    'block:Tags': ['lgovsm', '2010', 'snow days'].map((Tag) => ({
      Tag,
      TagURL: `https://lgovsm.tumblr.com/tagged/${encodeURIComponent(Tag)}`,
    })),
  },
}

/** Without a title, tags and notes; Tumblr escapes what its variables hold. */
const bare: Scope = {
  Permalink: 'https://lgovsm.tumblr.com/post/2',
  'block:Text': { Body: '<p>&lt;script&gt;alert(1)&lt;/script&gt; {Title} {block:Posts}</p>' },
  'block:Date': { DayOfMonth: '10', Month: 'December', Year: '2010' },
}

/** What a host may post by hand beside the mirror's posts. */
const others: readonly Scope[] = [
  { 'block:Photo': { 'PhotoURL-500': 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', PhotoAlt: 'A room', 'block:Caption': { Caption: '<p>The room</p>' } } },
  { 'block:Photoset': { 'block:Photos': [{ 'PhotoURL-500': 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'block:Caption': { Caption: 'One' } }] } },
  { 'block:Quote': { Quote: 'Start early', 'block:Source': { Source: 'Dave' } } },
  { 'block:Link': { URL: 'https://example.org/', Name: 'An example', 'block:Description': { Description: '<p>Worth it</p>' } } },
  { 'block:Chat': { 'block:Title': { Title: 'Overheard' }, 'block:Lines': [{ 'block:Label': { Label: 'Ann:' }, Line: 'Ready' }, { Line: 'Go' }] } },
  { 'block:Answer': { Asker: 'Anonymous', Question: 'When?', Answer: '<p>Fridays</p>' } },
  { 'block:Audio': { 'block:AudioEmbed': { AudioEmbed: '<p>sound</p>' } } },
  { 'block:Video': { 'Video-500': '<p>film</p>' } },
].map((post) => ({ Permalink: 'https://lgovsm.tumblr.com/post/3', ...post })) // biome-ignore format: a table

const blog: Scope = {
  Title: 'lgovsm &amp; friends',
  MetaDescription: 'What was said',
  RSS: 'https://lgovsm.tumblr.com/rss',
  Favicon: 'data:,',
  CustomCSS: '',
  'block:Description': { Description: 'What was <b>said</b>, <a href="/tagged/2010">year by year</a>' },
  'block:AskEnabled': { AskLabel: 'Ask' },
  'block:SubmissionsEnabled': { SubmitLabel: 'Submit' },
  'block:HasPages': { 'block:Pages': [{ URL: '/about', Label: 'About' }] },
}

const pagination: Scope = {
  CurrentPage: '2',
  TotalPages: '3',
  'block:PreviousPage': { PreviousPage: '/' },
  'block:NextPage': { NextPage: '/page/3' },
}

export const tumblrPages: Readonly<Record<string, Scope>> = {
  front: { ...blog, 'block:IndexPage': true, 'block:Posts': [session, bare, ...others], 'block:Pagination': pagination },
  post: { ...blog, 'block:PermalinkPage': true, 'block:PostSummary': { PostSummary: 'Starting' }, 'block:Posts': [session], 'block:PermalinkPagination': { 'block:NextPost': { NextPost: '/post/4' }, 'block:PreviousPost': { PreviousPost: '/post/2' } } },
  tagged: { ...blog, 'block:IndexPage': true, 'block:TagPage': { Tag: '2010' }, 'block:Posts': [session] },
  search: { ...blog, 'block:IndexPage': true, 'block:SearchPage': { SearchQuery: '&lt;b&gt;', SearchResultCount: '0' }, 'block:NoPosts': true },
  bare: { Title: 'x', RSS: '/rss', Favicon: 'data:,', CustomCSS: '', 'block:IndexPage': true, 'block:Posts': [bare] },
} // biome-ignore format: a table
