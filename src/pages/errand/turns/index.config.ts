export default definePageConfig({ navigationBarTitleText: '轮到谁', enablePullDownRefresh: true })
