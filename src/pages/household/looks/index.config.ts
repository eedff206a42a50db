export default definePageConfig({ navigationBarTitleText: '谁看过我家地址', enablePullDownRefresh: true })
