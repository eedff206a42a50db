export default definePageConfig({
  navigationBarTitleText: '请人帮忙',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
