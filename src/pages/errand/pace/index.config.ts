import { listCard } from '@/components/ListCard/declared'

export default definePageConfig({ navigationBarTitleText: '天气和时间', ...listCard })
