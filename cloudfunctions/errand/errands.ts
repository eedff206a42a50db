import type { ErrandRecord } from '@domain/errand/record'
import { records } from '../kernel/records'

export const errands = records<Omit<ErrandRecord, 'id' | 'rev' | 'state' | 'timeline'>>('errands', { watched: true })
