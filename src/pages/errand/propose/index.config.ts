export default definePageConfig({ navigationBarTitleText: '一起派', enablePullDownRefresh: true })
