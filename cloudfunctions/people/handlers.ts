/** One function for every row of `people`, same name. */
export { newcomers } from './newcomers'
export { communities, community, free, read, takeDuty } from './presence'
export { face, introduce, phoneNumber } from './introduce'
export { subscribed } from './subscribed'
