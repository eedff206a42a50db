import { area, type Table } from '../operation'
import { arranging } from './arranging'
import { asking } from './asking'
import { carrying } from './carrying'
import { dispatching } from './dispatching'
import { ending } from './ending'
import { pacing } from './pacing'
import { reading } from './reading'
import { riding } from './riding'
import { settling } from './settling'
import type { ErrandState } from './record'

/** 居民点单 → 社区派单 → 新就业群体接单: the whole life of an errand (DESIGN.md section 5). */
export const errand = area('errand', {
  ...asking,
  ...dispatching,
  ...arranging,
  ...pacing,
  ...carrying,
  ...ending,
  ...reading,
  ...settling,
  ...riding,
} satisfies Table<ErrandState>)
