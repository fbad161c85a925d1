/** The search page's script: asks a bundle a year, and lists what is found, session by session. */
const place = document.getElementById('search')
const says = place.dataset
const years = says.years.split(' ')
const sessionsAtOnce = 10
const postsAtOnce = 5

const field = Object.assign(element('input'), { type: 'search', id: 'q', autocomplete: 'off' })
const label = Object.assign(element('label', says.label), { htmlFor: 'q' })
const form = Object.assign(element('form'), { role: 'search' })
const status = Object.assign(element('p'), { id: 'status', role: 'status' })
const results = element('div')

let engine
let asked = 0

form.append(label, ' ', field, ' ', element('button', says.search))
place.replaceChildren(form, status, results)
form.addEventListener('submit', (event) => {
  event.preventDefault()
  void search()
})
field.addEventListener('input', debounced(search, 250))
field.value = new URLSearchParams(location.search).get('q') ?? ''
void search()

async function search() {
  const question = ++asked
  const words = field.value.trim()
  history.replaceState(null, '', words === '' ? location.pathname : `?q=${encodeURIComponent(words)}`)
  if (words === '') {
    results.replaceChildren()
    status.textContent = ''
    return
  }
  try {
    engine ??= await start()
    const found = (await engine.search(words)).results
    if (question !== asked) return
    results.replaceChildren()
    await show(found, 0, question)
    if (question === asked)
      status.textContent = found.length === 0 ? says.none : `${says.sessions}: ${found.length}`
  } catch (error) {
    status.textContent = says.failed
    throw error
  }
}

/** The newest year's bundle brings the program, the others only what was said. */
async function start() {
  const [newest, ...others] = years.toReversed().map((year) => new URL(`${year}/`, location.href).pathname)
  const { createInstance } = await import(`${newest}pagefind.js`)
  const instance = createInstance({
    basePath: newest,
    baseUrl: new URL('../', location.href).pathname,
    excerptLength: 60,
  })
  await instance.init()
  await Promise.all(others.map((path) => instance.mergeIndex(path)))
  return instance
}

async function show(found, from, question) {
  const sessions = await Promise.all(found.slice(from, from + sessionsAtOnce).map((result) => result.data()))
  if (question !== asked) return
  results.append(...sessions.map(sessionPart))
  if (from + sessionsAtOnce >= found.length) return
  const more = element('button', says.more)
  more.addEventListener('click', () => {
    more.remove()
    void show(found, from + sessionsAtOnce, question)
  })
  results.append(more)
}

function sessionPart({ url, meta, sub_results }) {
  const part = element('section')
  const heading = element('h2')
  heading.append(link(url, meta.title))
  const places = sub_results.filter((place) => place.url.includes('#')).map(placeItem)
  part.append(heading, element('p', meta.when), list(places.slice(0, postsAtOnce)))
  if (places.length > postsAtOnce) {
    const rest = element('details')
    rest.append(
      element('summary', `${says.more} (${places.length - postsAtOnce})`),
      list(places.slice(postsAtOnce)),
    )
    part.append(rest)
  }
  return part
}

function placeItem({ url, title, excerpt }) {
  const item = element('li')
  const who = `${title.replace(/^\S+ /, '')}: `
  const said = excerpt.startsWith(who) ? excerpt.slice(who.length) : excerpt
  item.append(link(url, title), element('br'), ...marked(said))
  return item
}

/** Pagefind's excerpt, HTML with nothing but `<mark>` in it, as text and marks. */
function marked(excerpt) {
  return excerpt.split(/<mark>(.*?)<\/mark>/s).map((text, index) => {
    const plain = text.replace(/&lt;/g, '<').replace(/&gt;/g, '>')
    return index % 2 === 1 ? element('mark', plain) : plain
  })
}

function list(items) {
  const made = element('ul')
  made.append(...items)
  return made
}

function link(url, text) {
  const made = element('a', text)
  made.href = url
  return made
}

function element(name, text = '') {
  const made = document.createElement(name)
  made.textContent = text
  return made
}

function debounced(run, milliseconds) {
  let timer
  return () => {
    clearTimeout(timer)
    timer = setTimeout(run, milliseconds)
  }
}
