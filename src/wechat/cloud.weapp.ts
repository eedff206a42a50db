import Taro from '@tarojs/taro'

let ready = false

/** WeChat's cloud, opened once, in the environment this mini-program is bound to. */
export function cloud(): typeof Taro.cloud {
  if (!ready) Taro.cloud.init({ traceUser: false })
  ready = true
  return Taro.cloud
}
