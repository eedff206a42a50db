export default definePageConfig({ navigationBarTitleText: '新来的师傅', enablePullDownRefresh: true })
