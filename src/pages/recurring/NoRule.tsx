import { Empty } from '@/components/Empty'
import { GoHome } from '@/components/GoHome'

/** The page was opened for nothing that is there. */
export const NoRule = () => <Empty foot={<GoHome />}>没找到，可能已经不要了</Empty>
