export default definePageConfig({ navigationBarTitleText: '今天值班', enablePullDownRefresh: true })
