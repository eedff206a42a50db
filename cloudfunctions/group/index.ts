import { group } from '@domain/group'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(group, handlers)
