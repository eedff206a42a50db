import { station } from '@domain/station'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(station, handlers)
