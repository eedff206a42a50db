/** From where people race, and where stories may begin: how each of these moments comes about. */
export const moments = {
  'asked for': 'request 0 1 1, ring',
  'asked back': 'request 0 1 1, return, ring',
  'of a newcomer': 'request 4 1 1',
  'offered to everybody': 'request 0 1 1, dispatch 0 0 2',
  'offered to one': 'request 0 1 1, dispatch 0 2 2',
  accepted: 'request 0 1 1, dispatch 0 2 2, accept, askMore',
  'on the way': 'request 0 1 1, dispatch 0 2 2, accept, depart, wait',
  brought: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0',
  billed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1',
  'half settled': 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, bill 0 0 1, receive 0 1 2',
  confirmed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, confirm',
  disputed: 'request 0 1 1, dispatch 0 2 2, accept, deliver 0 0 0, dispute',
  failed: 'request 0 1 1, dispatch 0 2 2, accept, fail 0 0 1',
  'failed, and left at the gate': 'request 0 1 1, dispatch 0 2 2, accept, fail 0 0 2',
  'held by the weather': 'request 0 1 1, dispatch 0 2 2, hasten, stop',
  'a ride with its backup asked': 'request 0 3 1, dispatch 0 2 2, nameBackup',
  'a ride with its backup ready': 'request 0 3 1, dispatch 0 2 2, accept, nameBackup, standBy',
} as const

/** What comes up once in a thousand stories that begin with nothing. */
export const beginnings: readonly string[] = [
  // Known, and nothing new: it goes on by itself.
  'request 0 0 1, agree 0 1 2, deliver 0 0 0, confirm, request 0 1 1, wait 11, ring',
  moments.billed,
  moments['half settled'],
  moments.disputed,
  moments['a ride with its backup ready'],
  'request 0 3 1, dispatch 0 2 2, accept, nameBackup, wait 600, ring',
]
