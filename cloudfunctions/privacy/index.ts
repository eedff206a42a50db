import { privacy } from '@domain/privacy'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(privacy, handlers)
