export default definePageConfig({
  navigationBarTitleText: '指尖课堂',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
