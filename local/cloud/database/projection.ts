import { Query } from 'mingo/query'
import { messageOf, refuse } from '../codes'
import { dialect } from '../query/dialect'
import type { Document } from './values'

/** 投影: only the fields asked for, or all but those left out. @throws INVALID_PARAM */
export function project(documents: Document[], projection: Document): Document[] {
  try {
    return new Query({}, { context: dialect }).find<Document>(documents, projection).all()
  } catch (error) {
    return refuse('INVALID_PARAM', `the projection is not valid: ${messageOf(error)}`)
  }
}
