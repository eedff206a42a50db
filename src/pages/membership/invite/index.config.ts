export default definePageConfig({ navigationBarTitleText: '请人来', enableShareAppMessage: true })
