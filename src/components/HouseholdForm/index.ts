export { HouseholdForm, myself } from './HouseholdForm'
export { blankHousehold, householdOf, type HouseholdAnswers } from './answers'
