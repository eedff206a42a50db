import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '驿站', enablePullDownRefresh: true, ...listCard })
