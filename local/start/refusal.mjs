/** What keeps us from starting and what cures it, in one line. Everything else that is thrown is a bug and shows its stack. */
export class Refusal extends Error {}

/** The first line of whatever was thrown. */
export const firstLine = error => String(error instanceof Error ? error.message : error).split('\n')[0]
