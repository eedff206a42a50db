import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '学习', enablePullDownRefresh: true, ...listCard })
