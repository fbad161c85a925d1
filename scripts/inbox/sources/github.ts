import { Octokit, RequestError } from 'octokit'
import { z } from 'zod'
import { formatInstant } from '../../model/instant.ts'
import { Problem } from '../../model/problem.ts'
import { maybe, text } from '../../sources/lenient.ts'
import type { InboxSource } from '../collect.ts'
import type { Incoming } from '../item.ts'
import { findTag } from '../tag.ts'
import { parseIssueBody } from './issue-body.ts'

export type IssuesSource = {
  /** `owner/repository`. */
  readonly repository: string
  /** Undefined for a public repository, which may be read without. */
  readonly token: string | undefined
  /** Names of the chats that there are. */
  readonly chats: readonly string[]
  /** Where the API stands; undefined for GitHub itself. */
  readonly base?: string | undefined
}

const issueShape = z.object({
  id: z.number(),
  title: text,
  body: maybe(text),
  created_at: z.iso.datetime({ offset: true }),
  user: maybe(z.object({ login: text })),
  pull_request: z.unknown().optional(),
})
type Issue = z.output<typeof issueShape>

/** How long the whole reading may take. */
const longest = 120_000

/** Open issues whose title names a chat: `[lgovsm 2010-12-17 Q2]`. Others are none of the inbox's business. */
export function issuesSource({ repository, token, chats, base }: IssuesSource): InboxSource {
  return {
    name: `issues of ${repository}`,
    read: async ({ take, isKnown }) => {
      const [owner = '', repo = ''] = repository.split('/')
      const octokit = connect(token, base)
      const signal = AbortSignal.timeout(longest)
      const parameters = { owner, repo, state: 'open', per_page: 100, request: { signal } } as const
      try {
        const pages = octokit.paginate.iterator(octokit.rest.issues.listForRepo, parameters)
        for await (const { data } of pages) {
          for (const issue of toIssues(data)) {
            const incoming = toIncoming(issue, chats)
            if (incoming && !isKnown('github', String(issue.id))) take(incoming)
          }
        }
      } catch (error) {
        throw toIssuesProblem(error, repository)
      }
    },
  }
}

function connect(token: string | undefined, base: string | undefined): Octokit {
  const silent = () => {}
  return new Octokit({
    ...(token && { auth: token }),
    ...(base && { baseUrl: base }),
    log: { debug: silent, info: silent, warn: silent, error: silent },
    throttle: { onRateLimit: () => false, onSecondaryRateLimit: () => false },
    retry: { enabled: false },
  })
}

function toIssues(data: unknown): Issue[] {
  const read = z.array(z.unknown()).safeParse(data)
  if (!read.success) throw new Problem('GitHub: its answer is no list of issues: try again later')
  return read.data.flatMap((one) => {
    const issue = issueShape.safeParse(one)
    return issue.success ? [issue.data] : []
  })
}

function toIncoming(
  { id, title, body, created_at, user, pull_request }: Issue,
  chats: readonly string[],
): Incoming | undefined {
  const tag = findTag(title, chats)
  if (!tag || pull_request !== undefined) return undefined
  return {
    network: 'github',
    sourceIds: [String(id)],
    at: formatInstant(Date.parse(created_at)),
    tag,
    ...parseIssueBody(body ?? ''),
    sender: user?.login.toLowerCase(),
    consent: 'public',
    doubts: [],
  }
}

function toIssuesProblem(error: unknown, repository: string): unknown {
  if (error instanceof Problem) return error
  if (error instanceof RequestError) return new Problem(sayStatus(error.status, repository))
  const isCut = error instanceof Error && /^(?:TimeoutError|AbortError|TypeError)$/.test(error.name)
  return isCut ? new Problem('GitHub: no whole answer in time: try again later') : error
}

function sayStatus(status: number, repository: string): string {
  if (status === 401) return 'GitHub: INBOX_GITHUB_TOKEN is not accepted: make a new one'
  if (status === 403 || status === 429) {
    return 'GitHub: it was asked too often, or the token may not read issues: wait an hour, or see INBOX_GITHUB_TOKEN'
  }
  if (status === 404 || status === 410) {
    return `GitHub: there is no repository ${repository} with issues, or the token may not see it: check github: in content/site.yaml`
  }
  if (status === 500 || status >= 500) return `GitHub: it answers ${status}: try again later`
  return `GitHub: it answers ${status}: check github: in content/site.yaml`
}
