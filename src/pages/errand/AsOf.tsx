import { clockOf } from '@domain/time'
import { Notice } from '@/components/Notice'

/** What stands below is what this phone kept, as it was then. */
export const AsOf = ({ at }: { at: number }) => <Notice>{`没连上，这是 ${clockOf(at)} 的样子`}</Notice>
