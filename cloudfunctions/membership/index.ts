import { membership } from '@domain/membership'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(membership, handlers)
