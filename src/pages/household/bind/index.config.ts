export default definePageConfig({ navigationBarTitleText: '做家里人' })
