export default definePageConfig({
  navigationBarTitleText: '这一单',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
