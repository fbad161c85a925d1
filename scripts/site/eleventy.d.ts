/** The calls of Eleventy 3 that this project makes; it ships no types of its own. */
declare module '@11ty/eleventy' {
  export type EleventyConfig = {
    /** Takes another file ending for an engine that is there. */
    addExtension(ending: string, options: { readonly key: string }): void
    /** Takes no others. */
    setTemplateFormats(formats: string): void
    /** Run over every template of these endings, `*` for any, before it is rendered; false leaves it out. */
    addPreprocessor(name: string, endings: string, process: (data: TemplateData) => false | undefined): void
    /** Shared by all templates; frozen objects are handed on as they are. */
    addGlobalData(name: string, value: unknown): void
    on(event: 'eleventy.after', listener: () => Promise<void>): void
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
