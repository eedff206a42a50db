export default definePageConfig({ navigationBarTitleText: '冰箱贴', enablePullDownRefresh: true })
