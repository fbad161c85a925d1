/** The host stopped the command. What was finished is kept. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted'
  constructor(message = 'Stopped.') {
    super(message)
  }
}
