export default definePageConfig({ navigationBarTitleText: '家里老人', enablePullDownRefresh: true })
