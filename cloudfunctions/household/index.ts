import { household } from '@domain/household'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(household, handlers)
