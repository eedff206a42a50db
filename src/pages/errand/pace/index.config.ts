export default definePageConfig({ navigationBarTitleText: '天气和时间' })
