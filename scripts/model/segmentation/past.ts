import type { Clues } from './clues.ts'

/** An earlier post, and how many milliseconds lie between. */
export type Found = { readonly index: number; readonly age: number }

type Said = { readonly clue: Clues; readonly index: number }

/** Nobody has read a post and typed an answer sooner. */
export const readingTime = 15_000

/** What has been said up to a moment: finds the post that another one may follow. */
export class Past {
  private readonly asked: readonly number[]
  private readonly ids = new Map<string, Said>()
  private readonly byAuthor = new Map<string, Said[]>()
  private readonly toPerson = new Map<string, Said[]>()

  /** `asked`: times of the questions, in milliseconds. */
  constructor(asked: readonly number[]) {
    this.asked = asked
  }

  add(clue: Clues, index: number): void {
    const said = { clue, index }
    // A post that is missing (protected, deleted) is stood for by the first one that pointed at it.
    for (const { id } of clue.pointsAt) this.ids.set(id, this.ids.get(id) ?? said)
    const { replyTo, id } = clue.post
    if (replyTo !== undefined) this.ids.set(replyTo, this.ids.get(replyTo) ?? said)
    this.ids.set(id, said)
    listOf(this.byAuthor, clue.author).push(said)
    for (const handle of clue.addressed) listOf(this.toPerson, handle).push(said)
  }

  byId(clue: Clues, id: string | undefined): Found | undefined {
    const said = id === undefined ? undefined : this.ids.get(id)
    return said && toFound(said, clue)
  }

  /** The post that one which speaks to someone most likely follows: theirs, or one of a talk between them. */
  spokenTo(clue: Clues, within: number): (Found & { readonly together: boolean }) | undefined {
    if (clue.addressed.length === 0) return undefined
    const since = clue.time - within
    const talk = [clue.author, ...clue.addressed]
      .flatMap((person) => [
        ...recent(listOf(this.byAuthor, person), since),
        ...recent(listOf(this.toPerson, person), since),
      ])
      .filter((said) => isTalk(said.clue, clue))
    // A host speaks to everybody all the time: that says nothing.
    const theirs = clue.guests.flatMap((handle) => recent(listOf(this.byAuthor, handle), since))
    const said = this.likeliest([...theirs, ...talk], clue)
    if (theirs.length === 0 && !talk.some(({ clue: { author } }) => author !== clue.author)) return undefined
    return said && { ...toFound(said, clue), together: isTalk(said.clue, clue) }
  }

  /** The last post that spoke to the same person, who is not there. */
  toSame(clue: Clues, within: number): Found | undefined {
    for (const handle of clue.guests) {
      const said = recent(listOf(this.toPerson, handle), clue.time - within).at(-1)
      if (said) return toFound(said, clue)
    }
    return undefined
  }

  /** The author's last post, if it spoke to everybody too and nothing new was asked in between. */
  lastToAll(clue: Clues, within: number): Found | undefined {
    const own = recent(listOf(this.byAuthor, clue.author), clue.time - within).at(-1)
    if (!own?.clue.toAll) return undefined
    if (
      clue.time - own.clue.time >= 60_000 &&
      this.asked.some((time) => time > own.clue.time && time <= clue.time - 2 * readingTime)
    )
      return undefined
    return toFound(own, clue)
  }

  private likeliest(candidates: readonly Said[], clue: Clues): Said | undefined {
    let best: Said | undefined
    let top = Number.NEGATIVE_INFINITY
    for (const said of candidates) {
      if (clue.time - said.clue.time < readingTime) continue
      const score = this.likelihood(said.clue, clue)
      if (score < top || (score === top && said.index < (best?.index ?? -1))) continue
      top = score
      best = said
    }
    return best
  }

  /** The later the likelier; what speaks to others only is less likely. */
  private likelihood(said: Clues, clue: Clues): number {
    return this.closeness(said, clue) - (clue.time - said.time) / 150_000
  }

  private closeness(said: Clues, clue: Clues): number {
    if (said.addressed.includes(clue.author) && this.isUnanswered(said, clue)) return 2
    if (isTalk(said, clue)) return 1
    return said.toAll ? 0 : -1
  }

  private isUnanswered(said: Clues, clue: Clues): boolean {
    const own = listOf(this.byAuthor, clue.author)
    return !own.some((mine) => mine.clue.time > said.time && mine.clue.addressed.includes(said.author))
  }
}

function isTalk(said: Clues, clue: Clues): boolean {
  const people = new Set([said.author, ...said.addressed])
  // Everybody speaks to the host: that makes a conversation only where the host takes part.
  const counted =
    clue.isHost || said.isHost ? [clue.author, ...clue.addressed] : [clue.author, ...clue.guests]
  return counted.filter((person) => people.has(person)).length >= 2
}

function recent(all: readonly Said[], since: number): readonly Said[] {
  const first = all.findLastIndex(({ clue }) => clue.time < since)
  return all.slice(first + 1)
}

function listOf(lists: Map<string, Said[]>, person: string): Said[] {
  const found = lists.get(person)
  if (found) return found
  const fresh: Said[] = []
  lists.set(person, fresh)
  return fresh
}

function toFound(said: Said, clue: Clues): Found {
  return { index: said.index, age: clue.time - said.clue.time }
}
