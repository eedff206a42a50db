export default definePageConfig({ navigationBarTitleText: '看一看再导', enablePullDownRefresh: true })
