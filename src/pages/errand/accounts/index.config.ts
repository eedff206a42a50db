export default definePageConfig({ navigationBarTitleText: '没算清的账', enablePullDownRefresh: true })
