import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { commonNames, requestNames } from '../../../scripts/sources/x/names.ts'
import { hasRecordings, recording } from '../recorded.ts'

type Parameter = {
  readonly name: string
  readonly schema: { readonly maximum?: number; readonly items?: { readonly enum: readonly string[] } }
}
type Specification = {
  readonly paths: Record<
    string,
    { readonly get: { readonly parameters: readonly (Parameter & { readonly $ref?: string })[] } }
  >
  readonly components: { readonly parameters?: Record<string, Parameter> }
}

/** What X's own specification allows at an endpoint, by parameter. */
function allowed(version: string, path: string): Map<string, Parameter['schema']> {
  const specification: Specification = JSON.parse(
    readFileSync(recording(`x/openapi-v${version}.json`), 'utf8'),
  )
  const parameters = specification.paths[path]?.get.parameters ?? []
  const resolved = parameters.map((parameter) => {
    const name = parameter.$ref?.split('/').at(-1)
    return name === undefined ? parameter : specification.components.parameters?.[name]
  })
  return new Map(resolved.flatMap((parameter) => (parameter ? [[parameter.name, parameter.schema]] : [])))
}

describe.skipIf(!hasRecordings)("X's specification (absent: ../shared/data)", () => {
  test.each([
    ['2.166', 'tweet', 'recent', 100],
    ['2.166', 'tweet', 'all', 500],
    ['2.167', 'post', 'recent', 100],
    ['2.167', 'post', 'all', 500],
  ] as const)(
    '%s knows all that is asked for by the names of "%s" in search/%s',
    (version, names, reach, pageSize) => {
      const schemas = allowed(version, `/2/tweets/search/${reach}`)
      for (const [parameter, values] of Object.entries({ ...requestNames[names], ...commonNames })) {
        const known = schemas.get(parameter)?.items?.enum ?? []
        expect(values.split(',').filter((value) => !known.includes(value))).toEqual([])
      }
      expect(schemas.get('max_results')?.maximum).toBe(pageSize)
    },
  )
})
