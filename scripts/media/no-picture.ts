/** Why a picture was not kept, as the end of a sentence for the host; its post keeps the address. */
export class NoPicture extends Error {
  override readonly name = 'NoPicture'
  /** Whether nobody answered: the host's next picture would wait as long. */
  readonly isUnreachable: boolean

  constructor(message: string, options: { readonly isUnreachable?: boolean; readonly cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.isUnreachable = options.isUnreachable ?? false
  }
}
