export default definePageConfig({ navigationBarTitleText: '从群里来' })
