export default definePageConfig({
  navigationBarTitleText: '管课堂',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
