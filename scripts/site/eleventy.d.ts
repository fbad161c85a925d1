/** The calls of Eleventy 3 that this project makes; it ships no types of its own. */
declare module '@11ty/eleventy' {
  export type EleventyConfig = {
    /** Takes files of an ending as templates: what is told of each, and what renders it. */
    addExtension(ending: string, options: Extension): void
    /** Takes no others. */
    setTemplateFormats(formats: string): void
    /** Run over every template of these endings, `*` for any, before it is rendered; false leaves it out. */
    addPreprocessor(name: string, endings: string, process: (data: TemplateData) => false | undefined): void
    /** Shared by all templates; frozen objects are handed on as they are. */
    addGlobalData(name: string, value: unknown): void
    on(event: 'eleventy.after', listener: () => Promise<void>): void
  }

  export type Extension = {
    /** Whether the file's text is wanted. */
    readonly read: boolean
    /** Members of the template that are data for it. */
    readonly getData: readonly string[]
    readonly getInstanceFromInputPath: (inputPath: string) => Promise<object>
    readonly compile: (text: unknown, inputPath: string) => Promise<(data: Record<string, unknown>) => string>
    readonly compileOptions: { readonly cache: boolean }
  }

  export type TemplateData = { readonly page: { readonly inputPath: string } }

  export type Options = {
    /** false: look for no configuration file. */
    readonly configPath?: string | false
    readonly quietMode?: boolean
    readonly config?: (config: EleventyConfig) => void
  }

  export type Written = {
    readonly outputPath: string
    readonly url: string
    /** What was written. */
    readonly content: string
  }

  export class Eleventy {
    constructor(input: string, output: string, options?: Options)
    disableLogger(): void
    /** Renders and writes every page; throws what a template threw, wrapped. */
    write(): Promise<[unknown, readonly Written[]]>
  }
}
