import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '我到了', enablePullDownRefresh: true, ...listCard })
