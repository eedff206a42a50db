/** One function for every row of `recurring`, same name. */
export { add, keep } from './make'
export { change, end, list, one, pause, resume, skip, unskip } from './rule'
export { finish, stop } from './rest'
