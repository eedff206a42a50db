export default definePageConfig({ navigationBarTitleText: '接单资料', enablePullDownRefresh: true })
