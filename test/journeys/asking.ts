import type { Handset } from './handset'

/** 请人帮忙, all six questions by taps: a lunch from the canteen, paid, at that half hour; then 请社区派人. */
export async function askForLunch(phone: Handset, whom: string, when: string): Promise<void> {
  await answerUpTo(phone, '送饭', whom)
  await phone.tap('社区食堂')
  await phone.tap('下一步')
  await phone.tap(when)
  await phone.tap(/^已付好/)
  await phone.sees('对不对？')
  await phone.tap('请社区派人')
  await phone.sees('社区收到了，正在安排。')
}

/** 别的事, in one's own words, up to the last question; nothing is sent yet. */
export async function writeErrand(phone: Handset, words: string, whom: string, when: string): Promise<void> {
  await answerUpTo(phone, '别的事', whom)
  await phone.type('什么事，写一句', words)
  await phone.tap('下一步')
  await phone.tap(when)
  await phone.tap('不用钱')
  await phone.sees('对不对？')
}

async function answerUpTo(phone: Handset, kind: string, whom: string): Promise<void> {
  await phone.open(/^请人帮忙/, '请人帮忙')
  await phone.tap(kind)
  await phone.sees('第 2 步，共 6 步')
  await phone.tap(new RegExp(`^${whom}（`))
}
