import { errand } from '@domain/errand'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(errand, handlers)
