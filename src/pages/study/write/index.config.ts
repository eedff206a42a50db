export default definePageConfig({
  navigationBarTitleText: '写一课',
  enableShareAppMessage: true,
  enablePullDownRefresh: true,
})
