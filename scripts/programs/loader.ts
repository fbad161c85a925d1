/** What Node imports first to run a file of this project: `node --import <loader> scripts/build.ts`. */
export const loader: string = new URL('typescript.js', import.meta.url).href

/** For what builds, as in package.json: newer versions of Node would take more for what is short-lived. */
export const buildFlags: readonly string[] = ['--max-semi-space-size=16']
