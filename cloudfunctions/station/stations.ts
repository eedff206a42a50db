import type { StationRecord, Visit } from '@domain/station'
import { records } from '../kernel/records'

export const stations = records<Omit<StationRecord, 'id' | 'rev'>>('stations', { lasting: true })

type VisitRecord = Omit<Visit, 'id' | 'my' | 'state'> & { personId: string; on: string; how: 'place' | 'keeper' }

export const visits = records<VisitRecord>('visits')
