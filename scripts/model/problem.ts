/**
 * Something the host can mend. The message is one line: where, what is wrong, what to do next.
 * Commands print it without a stack and exit with 1; any other error is a bug and keeps its stack.
 */
export class Problem extends Error {
  override readonly name = 'Problem'
}
