import { roster } from '@domain/roster'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(roster, handlers)
