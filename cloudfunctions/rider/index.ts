import { rider } from '@domain/rider'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(rider, handlers)
