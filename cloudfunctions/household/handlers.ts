/** One function for every row of `household`, same name. */
export { add, list } from './home'
