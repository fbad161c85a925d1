/** How people take part who are not on the network, as site.yaml says; undefined where there is no such way. */
export type TakePart = {
  readonly email: string | undefined
  /** Address of a service that takes what a form is sent with; the forms stand on this site. */
  readonly form: string | undefined
  /** A page of a form service; may hold `{chat}`, `{date}`, `{question}` and `{tag}`. */
  readonly formPage: string | undefined
  /** The ask or submit page of a blog on Tumblr. */
  readonly tumblr: string | undefined
  /** Where a direct message can be written. */
  readonly message: string | undefined
  /** `owner/repository` on GitHub. */
  readonly github: string | undefined
}

export const noWays: TakePart = {
  email: undefined,
  form: undefined,
  formPage: undefined,
  tumblr: undefined,
  message: undefined,
  github: undefined,
}
