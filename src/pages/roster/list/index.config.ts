export default definePageConfig({ navigationBarTitleText: '底数', enablePullDownRefresh: true })
