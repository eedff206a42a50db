export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '这一单',
  enablePullDownRefresh: true,
})
