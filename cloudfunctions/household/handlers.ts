/** One function for every row of `household`, same name. */
export { add } from './add'
export { ask, code } from './ask'
export { bind, refuse, unbind } from './bind'
export { edit, list, one, regular } from './record'
export { remove } from './remove'
export { looks, reveal } from './reveal'
export { sheet } from './sheet'
export { called, news, relatives, untold } from './told'
