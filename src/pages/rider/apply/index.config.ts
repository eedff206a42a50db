export default definePageConfig({ navigationBarTitleText: '我是师傅，来报名', enablePullDownRefresh: true })
