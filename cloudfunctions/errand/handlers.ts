/** One function for every row of `errand`, same name; each file holds one part of the errand's life. */
export { request } from './request'
export { accept, agree, decline, dispatch, reassign } from './dispatch'
export { deliver, depart, fail, handBack } from './carry'
export { confirm, dispute } from './end'
export { amend, called, callOff, cancel, giveUp, reopen, return, settle, verify } from './desk'
export { rise } from './rise'
export { looks, photo, reveal, see } from './reveal'
export { board, calls, inbox, mine, offers, one, riders } from './lists'
