/** One function for every row of `rider`, same name. */
export { amend, apply } from './apply'
export { badge, check } from './badge'
export { confirm, letGo, refuse } from './decide'
export { applicants, list, one, reveal } from './desk'
export { edit, mine } from './own'
export { neighbours } from './places'
