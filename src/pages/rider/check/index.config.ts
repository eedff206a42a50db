export default definePageConfig({ navigationBarTitleText: '核对工牌', enablePullDownRefresh: true })
