/** One function for every row of `group`, same name. */
export { code, invite, list, release } from './desk'
export { enter, join } from './enter'
