// What we use of npm xliff 6.4.0, which has no types of its own.
declare module "xliff" {
  type Inline = string | Readonly<Record<string, Readonly<Record<string, unknown>>>>
  type Text = string | readonly Inline[]
  interface Resources {
    readonly sourceLanguage: string
    readonly targetLanguage?: string
    readonly resources: Readonly<
      Record<string, Readonly<Record<string, { source: Text; target?: Text; note?: string }>>>
    >
  }
  interface Options {
    readonly indent?: string
  }
  const xliff: {
    jsToXliff12(resources: Resources, options?: Options): Promise<string>
    xliff12ToJs(text: string): Promise<Resources>
    js2xliff(resources: Resources, options?: Options): Promise<string>
    xliff2js(text: string): Promise<Resources>
  }
  export default xliff
}
