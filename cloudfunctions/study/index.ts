import { study } from '@domain/study'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(study, handlers)
