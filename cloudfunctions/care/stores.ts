import type { CareRecord } from '@domain/care'
import type { ErrandRecord } from '@domain/errand/record'
import { records } from '../kernel/records'

export const cares = records<CareRecord>('cares')

/** The errand at whose door something was seen: read, and told of. */
export const errands = records<Omit<ErrandRecord, 'id' | 'rev' | 'state' | 'timeline'>>('errands')
