export default definePageConfig({ navigationBarTitleText: '替一天', enablePullDownRefresh: true })
