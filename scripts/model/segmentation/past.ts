import type { Clues } from './clues.ts'
import { minute } from './hour.ts'

/** An earlier post, and how many milliseconds lie between. */
export type Found = { readonly index: number; readonly age: number }

type Said = { readonly clue: Clues; readonly index: number; readonly people: ReadonlySet<string> }

/** Nobody has read a post and typed an answer sooner. */
const readingTime = 15_000

/** What has been said up to a moment: finds the post that another one may follow. */
export class Past {
  private readonly byId = new Map<string, Said>()
  private readonly byAuthor = new Map<string, Said[]>()
  private readonly toPerson = new Map<string, Said[]>()
  /** When one person last spoke to another. */
  private readonly spoke = new Map<string, number>()

  add(clue: Clues, index: number): void {
    const said = { clue, index, people: new Set([clue.author, ...clue.addressed]) }
    // A post that is missing (protected, deleted) is stood for by the first one that pointed at it.
    for (const id of parentsOf(clue)) this.byId.set(id, this.byId.get(id) ?? said)
    this.byId.set(clue.post.id, said)
    listOf(this.byAuthor, clue.author).push(said)
    for (const handle of clue.addressed) {
      listOf(this.toPerson, handle).push(said)
      this.spoke.set(pairOf(clue.author, handle), clue.time)
    }
  }

  withId(clue: Clues, id: string | undefined): Found | undefined {
    const said = id === undefined ? undefined : this.byId.get(id)
    return said && toFound(said, clue)
  }

  /**
   * The post that one which speaks to someone most likely follows: theirs, or one of a talk between them. A host
   * speaks to everybody and everybody to the host: that alone says nothing.
   */
  spokenTo(clue: Clues, within: number): (Found & { readonly together: boolean }) | undefined {
    const since = clue.time - within
    const theirs = clue.guests.flatMap((handle) => recent(listOf(this.byAuthor, handle), since))
    const toThem = [clue.author, ...clue.guests].flatMap((person) =>
      recent(listOf(this.toPerson, person), since),
    )
    const talk = toThem.filter((said) => isTalk(said, clue))
    const isThere = theirs.length > 0 || talk.some((said) => said.clue.author !== clue.author)
    const said = isThere ? this.findLikeliest([...theirs, ...talk], clue) : undefined
    return said && { ...toFound(said, clue), together: isTalk(said, clue) }
  }

  /** The last post that spoke to the same person, who is not there. */
  toSame(clue: Clues, within: number): Found | undefined {
    for (const handle of clue.guests) {
      const said = recent(listOf(this.toPerson, handle), clue.time - within).at(-1)
      if (said) return toFound(said, clue)
    }
    return undefined
  }

  /** The author's last post, if that spoke to everybody too. */
  lastToAll(clue: Clues, within: number): Found | undefined {
    const own = recent(listOf(this.byAuthor, clue.author), clue.time - within).at(-1)
    return own?.clue.toAll ? toFound(own, clue) : undefined
  }

  /** The later the likelier; a talk between the two has a start, and most of all what is still to be answered. */
  private findLikeliest(candidates: readonly Said[], clue: Clues): Said | undefined {
    let best: Said | undefined
    let top = 0
    for (const said of candidates) {
      if (clue.time - said.clue.time < readingTime) continue
      const score = said.clue.time + this.headStart(said, clue)
      if (best && (score < top || (score === top && said.index < best.index))) continue
      best = said
      top = score
    }
    return best
  }

  private headStart(said: Said, clue: Clues): number {
    if (!isTalk(said, clue)) return 0
    const answered = this.spoke.get(pairOf(clue.author, said.clue.author)) ?? Number.NEGATIVE_INFINITY
    const isOwed = said.clue.addressed.includes(clue.author) && answered <= said.clue.time
    return isOwed ? 4 * minute : 2 * minute
  }
}

function parentsOf({ post, pointsAt }: Clues): string[] {
  const ids = [post.replyTo, post.conversation, ...pointsAt.map(({ id }) => id)]
  return ids.filter((id) => id !== undefined)
}

/** Whether two posts are of one conversation: at least two people take part in both. */
function isTalk({ clue: said, people }: Said, clue: Clues): boolean {
  const counted = clue.isHost || said.isHost ? clue.addressed : clue.guests
  const shared = counted.filter((person) => people.has(person)).length + (people.has(clue.author) ? 1 : 0)
  return shared >= 2
}

function recent(all: readonly Said[], since: number): readonly Said[] {
  const last = all.findLastIndex(({ clue }) => clue.time < since)
  return all.slice(last + 1)
}

function listOf(lists: Map<string, Said[]>, person: string): Said[] {
  const found = lists.get(person)
  if (found) return found
  const fresh: Said[] = []
  lists.set(person, fresh)
  return fresh
}

function pairOf(from: string, to: string): string {
  return `${from}\n${to}`
}

function toFound(said: Said, clue: Clues): Found {
  return { index: said.index, age: clue.time - said.clue.time }
}
