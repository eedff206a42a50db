/** What only some people's first screen draws; for WeChat it lies in a subpackage (config/plugin-later.cjs), so it is imported by `Later` alone. */
export { DeskHome as desk } from './DeskHome'
export { FamilyHomeAgain } from './FamilyHomeAgain'
export { FamilyHomeGoing } from './FamilyHomeGoing'
export { KeeperHome as keeper } from './KeeperHome'
export { DepartmentHome as department, OfficeHome as office } from './OfficeHome'
export { RiderHome as rider } from './RiderHome'
