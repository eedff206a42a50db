import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '定期和常用', enablePullDownRefresh: true, ...listCard })
