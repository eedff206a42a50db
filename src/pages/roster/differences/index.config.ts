export default definePageConfig({ navigationBarTitleText: '一处一处对', enablePullDownRefresh: true })
