import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '这家的点单', enablePullDownRefresh: true, ...listCard })
