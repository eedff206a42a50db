import { Query } from 'mingo'
import { messageOf, refuse } from '../codes'
import type { Document } from './ejson'

/** 投影: only the fields asked for, or all but those left out. @throws INVALID_PARAM */
export function project(documents: Document[], projection: Document): Document[] {
  try {
    return new Query({}, {}).find<Document>(documents, projection).all()
  } catch (error) {
    return refuse('INVALID_PARAM', `the projection is not valid: ${messageOf(error)}`)
  }
}
