/**
 * The only door to zod. WeChat's `Function` does not throw but answers with something useless, which zod's compiler takes for a
 * working one; `jitless` must therefore be set before the first schema is made.
 */
import { config } from 'zod/mini'

config({ jitless: true })

export * from 'zod/mini'
