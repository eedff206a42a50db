/** One function for every row of `privacy`, same name. */
export { mine } from './mine'
export { take } from './take'
export { withdraw } from './withdraw'
export { hindering } from './hindering'
export { erase } from './erase'
