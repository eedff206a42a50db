import Taro from '@tarojs/taro'

/** 实时日志 takes 200 lines of a run; the first ones tell more than the last. */
const most = 100
let written = 0

/** One line of WeChat's 实时日志, found again there by what it is about. */
export function log(line: Readonly<Record<string, string>>): void {
  if (written >= most) return
  written += 1
  const logs = Taro.getRealtimeLogManager()
  logs.setFilterMsg(line.about ?? '')
  logs.error(line)
}
