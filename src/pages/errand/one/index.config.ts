import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '这一单',
  enablePullDownRefresh: true,
  ...listCard,
})
