export default definePageConfig({ navigationBarTitleText: '要照看的', enablePullDownRefresh: true })
