/** One function for every row of `membership`, same name. */
export { invitations, invite, takeBack } from './invite'
export { accept, find, invited } from './join'
export { colleagues } from './colleagues'
export { end } from './end'
export { addCommunity, changeCommunity, communities, community, letHelp } from './subdistrict'
export { automate } from './automate'
export { appoint } from './appoint'
