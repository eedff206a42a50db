import { people } from '@domain/people'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(people, handlers)
