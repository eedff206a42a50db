import { care } from '@domain/care'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(care, handlers)
