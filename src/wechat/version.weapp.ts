import Taro from '@tarojs/taro'

/** Old phones live for days: when WeChat has fetched a newer version, the person is asked once whether to put it on now. */
export function keepCurrent(): void {
  const updates = Taro.getUpdateManager()
  updates.onUpdateReady(() => {
    void Taro.showModal({
      title: '有新的一版',
      content: '换上只要几秒，没发出去的都在。',
      confirmText: '换上',
      cancelText: '过会儿',
      success: ({ confirm }) => {
        if (confirm) updates.applyUpdate()
      },
    })
  })
}
