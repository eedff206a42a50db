import { recurring } from '@domain/recurring'
import { serve } from '../kernel/serve'
import * as handlers from './handlers'

export const main = serve(recurring, handlers)
