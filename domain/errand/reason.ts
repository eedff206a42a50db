import { Id, text } from '../operation'
import * as z from '../zod'

/** What is said with a change of an errand: a question, a reason, an answer. */
export const reason = z.strictObject({ id: Id, why: text(100) })
