export default definePageConfig({ navigationBarTitleText: '同事和值班', enablePullDownRefresh: true })
