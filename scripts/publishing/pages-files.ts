import { Problem } from '../model/problem.ts'

/** Files beside the site that GitHub Pages asks for: no Jekyll, and the name of an own domain. */
export function pagesFiles(address: string | undefined): { readonly path: string; readonly text: string }[] {
  const domain = ownDomain(address)
  return [
    { path: '.nojekyll', text: '' },
    ...(domain === undefined ? [] : [{ path: 'CNAME', text: `${domain}\n` }]),
  ]
}

/**
 * The domain that Pages is to answer to; undefined for its own addresses and for an archive below a path, which
 * has the domain of another site. Throws a Problem for an address that Pages can never have.
 */
export function ownDomain(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  const { hostname, port, pathname } = new URL(address)
  if (port !== '' || /^[\d.]+$|^\[|^localhost$/.test(hostname)) {
    throw new Problem(
      `content/site.yaml: address: ${address} is no address that Pages can have: write a domain without a port, or leave it out`,
    )
  }
  return pathname !== '/' || /\.(github|gitlab)\.io$/.test(hostname) ? undefined : hostname
}

/** Where Pages will show a repository, by the address of its remote; undefined where that is no GitHub. */
export function guessAddress(remote: string): string | undefined {
  const [, owner, name] = /github\.com[/:]([^/]+)\/(.+?)(?:\.git)?\/?$/.exec(remote) ?? []
  if (owner === undefined || name === undefined) return undefined
  const host = `${owner.toLowerCase()}.github.io`
  return name.toLowerCase() === host ? `https://${host}/` : `https://${host}/${name}/`
}
