import { clock } from '@domain/clock'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

const answer = serve(clock, handlers)

/** The platform's timer says only that it is time: its event becomes the one operation there is. */
export const main = (_event: unknown) => answer({ verb: 'tick', input: {}, key: 'timer:tick' })
