export default definePageConfig({ navigationBarTitleText: '今天来不了' })
