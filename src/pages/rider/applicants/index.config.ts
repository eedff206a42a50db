export default definePageConfig({ navigationBarTitleText: '师傅', enablePullDownRefresh: true })
