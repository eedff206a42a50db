export default definePageConfig({ navigationBarTitleText: '添一位老人', enablePullDownRefresh: true })
