import * as played from './taro'

let fault: unknown
played.has('cloud', { init: () => undefined, uploadFile: () => Promise.reject(fault) })
type Upload = typeof import('../../../src/wechat/upload.weapp')
let upload: Upload['upload']
beforeEach(() => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => played)
    upload = (require('@/wechat/upload') as Upload).upload
  })
})

test.each([
  ['OFFLINE', { errCode: -1, errMsg: 'cloud.uploadFile:fail request:fail' }],
  ['OFFLINE', { errMsg: 'uploadFile:fail' }],
  ['OFFLINE', { errMsg: 'uploadFile:fail The Internet connection appears to be offline.' }],
  ['OFFLINE', { errMsg: 'uploadFile:fail Unable to resolve host "example"' }],
  ['TIMED_OUT', { errMsg: 'uploadFile:fail timeout' }],
  ['BROKEN', { errCode: -502003, errMsg: 'cloud.uploadFile:fail permission denied, network' }],
  ['BROKEN', { errCode: -403001, errMsg: 'cloud.uploadFile:fail exceeds the maximum size' }],
  ['BROKEN', { errMsg: 'uploadFile:fail file not found' }],
  ['BROKEN', { errMsg: 'uploadFile:fail the storage is full' }],
  ['BROKEN', new TypeError('no file')],
  ['BROKEN', null],
])('%s is told of an upload that ends in %j: only a missing network is worth another try', async (code, ended) => {
  fault = ended
  await expect(upload('photo/a.jpg', 'wxfile://a.jpg')).rejects.toMatchObject({ code })
})
