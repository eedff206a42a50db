export default definePageConfig({ navigationBarTitleText: '定期', enablePullDownRefresh: true })
