export default definePageConfig({ navigationBarTitleText: '这位师傅', enablePullDownRefresh: true })
