import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({
  navigationBarTitleText: '新邻',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
  ...listCard,
})
