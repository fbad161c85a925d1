/** What Node imports first to run a file of this project: `node --import <loader> scripts/build.ts`. */
export const loader: string = new URL('typescript.js', import.meta.url).href
