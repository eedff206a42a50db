export default definePageConfig({ navigationBarTitleText: '称呼和头像' })
