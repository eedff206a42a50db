export default definePageConfig({ navigationBarTitleText: '选社区', enablePullDownRefresh: true })
