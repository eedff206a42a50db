/** One function for every row of `people`, same name. */
export { applicants, apply, confirmRider, refuseRider } from './rider'
export { communities, community, free, read, takeDuty } from './presence'
export { face, introduce, phoneNumber } from './introduce'
export { subscribed } from './subscribed'
