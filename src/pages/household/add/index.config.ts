export default definePageConfig({ navigationBarTitleText: '家里住哪儿', enablePullDownRefresh: true })
