import type { Notice, Saying } from '@domain/notice'

/** No name, address, word or illness in a push: what it is about, and that there is news. */
export function pushWords(told: Notice): string {
  const words: Partial<Record<Saying, string>> = {
    offered: '社区请您帮个忙',
    whoPasses: '有一单等人帮忙，谁顺路',
    stopped: '天气不好，社区停一停',
    stayPut: '天气不好，停稳、安全第一',
    accepted: '有人接了您的单',
    underway: '已经在路上',
    delivered: '送到了，收到请点一下',
    medicineAgain: '定期的单照常去办，备好了吗',
    returned: '社区想问一下',
    failed: '没送成，社区在安排',
    gaveUp: '这次没办成，社区说了原因',
    reassigned: '这一单换了别人去',
    cancelled: '这一单取消了',
    requested: '有新的点单',
    nobodyAccepts: '有一单没人接',
    worried: '师傅放心不下，请马上看看',
  }
  return words[told.say] ?? '您的单有新进展'
}
