export default definePageConfig({ navigationBarTitleText: '来的人会读到', enablePullDownRefresh: true })
