import { Context } from 'mingo/core'
import * as accumulator from 'mingo/operators/accumulator'
import * as expression from 'mingo/operators/expression'
import * as pipeline from 'mingo/operators/pipeline'
import * as projection from 'mingo/operators/projection'
import * as query from 'mingo/operators/query'
import { accumulators } from '../aggregation/accumulators'
import { dates } from '../aggregation/dates'
import { numbers } from '../aggregation/numbers'
import { ofNothing } from '../aggregation/of-nothing'
import { texts } from '../aggregation/texts'
import { comparisons } from './comparisons'
import { geoPredicates } from './geo/predicates'
import { predicates } from './predicates'

/** mingo with MongoDB's meaning where its own differs. */
export const dialect = Context.init({
  accumulator,
  pipeline,
  projection,
  query: { ...query, ...predicates, ...geoPredicates },
  expression: { ...expression, ...comparisons, ...accumulators, ...dates, ...ofNothing, ...numbers, ...texts },
})
