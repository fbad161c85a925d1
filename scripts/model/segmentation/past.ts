import type { Clues } from './clues.ts'

/** An earlier post, and how many milliseconds lie between. */
export type Found = { readonly index: number; readonly age: number }

type Said = { readonly clue: Clues; readonly index: number; readonly people: ReadonlySet<string> }

/** What has been said up to a moment: finds the post that another one may follow. */
export class Past {
  private readonly ids = new Map<string, Said>()
  private readonly said = new Map<string, Said[]>()

  add(clue: Clues, index: number): void {
    const said = { clue, index, people: peopleOf(clue) }
    // A post that is missing (protected, deleted) is stood for by the last one that pointed at it.
    for (const { id } of clue.pointsAt) this.ids.set(id, this.ids.get(id) ?? said)
    const { replyTo, id } = clue.post
    if (replyTo !== undefined) this.ids.set(replyTo, this.ids.get(replyTo) ?? said)
    this.ids.set(id, said)
    for (const person of said.people) this.by(person).push(said)
  }

  byId(clue: Clues, id: string | undefined): Found | undefined {
    const said = id === undefined ? undefined : this.ids.get(id)
    return said && toFound(said, clue)
  }

  /** The last post of a conversation in which at least one more of these people took part. */
  inThread(clue: Clues, within: number): Found | undefined {
    if (clue.addressed.length === 0) return undefined
    const people = peopleOf(clue)
    let best: Said | undefined
    for (const person of people) {
      const found = this.findLast(person, clue.time - within, (said) => countShared(said.people, people) >= 2)
      if (found && (!best || found.index > best.index)) best = found
    }
    return best && toFound(best, clue)
  }

  /** The last post of whom it speaks to; where there is none, the last one that spoke to the same person. */
  spokenTo(clue: Clues, within: number): Found | undefined {
    for (const handle of clue.addressed) {
      const own = this.findLast(handle, clue.time - within, (said) => said.clue.author === handle)
      // A host speaks to everybody all the time: that says nothing.
      if (own?.clue.isHost) continue
      const found = own ?? this.findLast(handle, clue.time - within, () => true)
      if (found) return toFound(found, clue)
    }
    return undefined
  }

  /** The author's last post, if it spoke to everybody too. */
  lastToAll(clue: Clues, within: number): Found | undefined {
    const own = this.findLast(clue.author, clue.time - within, (said) => said.clue.author === clue.author)
    return own && own.clue.addressed.length === 0 ? toFound(own, clue) : undefined
  }

  private findLast(person: string, since: number, test: (said: Said) => boolean): Said | undefined {
    const all = this.by(person)
    for (let i = all.length - 1; i >= 0; i--) {
      const said = all[i]
      if (!said || said.clue.time < since) return undefined
      if (test(said)) return said
    }
    return undefined
  }

  private by(person: string): Said[] {
    const found = this.said.get(person)
    if (found) return found
    const fresh: Said[] = []
    this.said.set(person, fresh)
    return fresh
  }
}

function peopleOf(clue: Clues): ReadonlySet<string> {
  return new Set([clue.author, ...clue.addressed])
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0
  for (const person of a) if (b.has(person)) count++
  return count
}

function toFound(said: Said, clue: Clues): Found {
  return { index: said.index, age: clue.time - said.clue.time }
}
