export default definePageConfig({ navigationBarTitleText: '社区的微信群', enableShareAppMessage: true })
