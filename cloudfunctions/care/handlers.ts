/** One function for every row of `care`, same name. */
export { report } from './report'
export { approve, queue, photo, remove, settle } from './desk'
export { contest, notes } from './notes'
