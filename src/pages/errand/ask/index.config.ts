export default definePageConfig({
  enableShareAppMessage: true,
  navigationBarTitleText: '请人帮忙',
  enablePullDownRefresh: true,
})
