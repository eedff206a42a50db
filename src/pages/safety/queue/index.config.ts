export default definePageConfig({ navigationBarTitleText: '要看一眼的', enablePullDownRefresh: true })
