import { networkOf, type Post } from './post.ts'

/**
 * Where an answer from off the network came from, as the first part of its id: `email:x7k2…`. `dm` is a direct
 * message, `hand` what the host was told in any other way and typed in.
 */
export const contributionNetworks = ['email', 'form', 'tumblr', 'github', 'dm', 'hand'] as const

export type ContributionNetwork = (typeof contributionNetworks)[number]

/** The network of an answer that was sent in; undefined for a post of the chat's own network. */
export function findContributionNetwork(id: string): ContributionNetwork | undefined {
  const network = networkOf(id)
  return contributionNetworks.find((candidate) => candidate === network)
}

/** Whether it was sent in from off the network: no fetch brings it, and no network is asked about it. */
export function isContribution({ id }: Pick<Post, 'id'>): boolean {
  return findContributionNetwork(id) !== undefined
}

/** What stands in place of a name where none was given. */
export const anonymous = 'Anonymous'

export function isAnonymous(name: string): boolean {
  return name.trim().toLowerCase() === anonymous.toLowerCase()
}
