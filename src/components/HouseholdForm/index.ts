export { HouseholdPlace } from './HouseholdPlace'
export { Knocking } from './Knocking'
export { HouseholdForm, myself } from './HouseholdForm'
export { blankHousehold, householdOf, type HouseholdAnswers, type PlaceAnswers } from './answers'
