import { askForLunch } from './asking'
import type { Handset } from './handset'
import { onStage } from './opened'
import { misfits } from './reading'

const journey = onStage()

/** 送饭, asked by the daughter, given to 张师傅 by the desk and taken by him. */
async function takenByZhang(family: Handset, desk: Handset, rider: Handset, when: string): Promise<void> {
  await askForLunch(family, '爸爸', when)
  await family.open('看这一单', '这一单')
  await desk.open(/^送饭 · 王大爷/, '这一单')
  await desk.tap('换人')
  await desk.answer('派给张师傅')
  await rider.sees('社区请您帮忙')
  await rider.tap('接单')
  await rider.sees('手上的')
}

test(
  'what a rider does in a tunnel waits on his phone, also when the app is closed, and arrives once with both times',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await visitor.toStart()
    await takenByZhang(family, desk, rider, '10:30-11:00')
    await rider.set(/^断网$/)
    await rider.tap('我出发了')
    await rider.sees(/出发了：送饭/)
    await visitor.shot('tunnel')
    await visitor.later()
    await rider.startAgain()
    await rider.sees(/^没有网络，已记下[^]*出发了：送饭/)
    await visitor.shot('tunnel-reopened')
    await rider.tap('送到了')
    await rider.answer(/^拍张照/)
    await rider.choose(/^拍这一张/)
    await rider.sees(/送到了：送饭/)
    await visitor.shot('tunnel-done')
    await rider.startAgain()
    await rider.sees(/送到了：送饭/)
    await visitor.later()

    await rider.set(/^断网中/)
    await family.sees('送到了。收到请点一下')
    await rider.misses(/已记下/)
    await visitor.shot('tunnel-left')
    for (const phone of [family, desk]) {
      await phone.sees(/^今天 \d\d:\d\d 送到，\d\d:\d\d 收到消息$/)
      for (const once of ['出发了', '送到了']) expect(await phone.text(`张师傅 ${once}`).count()).toBe(1)
      await phone.lookAt(/收到消息$/)
    }
    await visitor.shot('tunnel-times')
    expect(await family.text(/收到消息$/).allInnerTexts()).toEqual(await desk.text(/收到消息$/).allInnerTexts())
    await family.tap('收到了')
    await family.answer('收到了')
  }),
)

test(
  'a rider says that an elder is not well; the desk ticks it off and the family reads the desk’s words alone',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await visitor.toStart()
    await takenByZhang(family, desk, rider, '14:30-15:00')
    await rider.tap('老人不太好？告诉社区')
    await visitor.shot('care-tell')
    await rider.answer(/^老人看着不太好/)
    await rider.type('说几句（可不写）', '说头晕')
    await visitor.shot('care-tell-words')
    await rider.answer('告诉社区')
    await rider.sees('告诉社区了，谢谢您')
    await visitor.toStart()
    await desk.open(/^要照看的 1/, '要照看的')
    await desk.sees('说头晕')
    await visitor.shot('care-queue')
    await desk.tap('办了，记一句')
    await desk.type('办了什么（社区自己看）', '打了电话，去看过')
    await desk.type('告诉家里一句（可不写）', '下午上门看过了，请给爸爸打个电话')
    await visitor.shot('care-settle')
    await desk.answer('办了')
    await desk.sees(/^都办了/)
    await family.open(/^消息/, '消息')
    await family.sees('社区说：下午上门看过了，请给爸爸打个电话')
    expect(await family.text(/头晕/).count()).toBe(0)
    await visitor.shot('care-told')
  }),
)

test(
  'rain: one tap stops the whole community, everybody reads it, and another tap goes on',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await visitor.toStart()
    await askForLunch(family, '爸爸', '15:00-15:30')
    await family.tap('回首页')
    await desk.sees(/送饭 · 王大爷/)
    await desk.open('天气和时间', '天气和时间')
    await desk.sees(/^现在在外面的/)
    await visitor.shot('storm-page')
    await desk.tap('全社区停一停')
    await desk.sees(/^暴雨，停到今天/)
    await family.sees(/^天气不好（暴雨），社区停一停/)
    await family.sees('天气不好（暴雨），张师傅会晚一些，安全第一')
    await rider.sees('天气不好，停稳、安全第一')
    await visitor.shot('storm')
    await desk.back()
    await desk.sees(/^天气停派：暴雨/)
    await visitor.shot('storm-home')
    await desk.tap('恢复派单')
    await desk.misses(/^天气停派：暴雨/)
    await rider.misses('天气不好，停稳、安全第一')
    await family.sees('社区收到了，正在安排')
    await visitor.shot('storm-over')
  }),
)

test(
  'a rider leaves a note for the next visit; the desk lets it stand, the family sees it, and the next rider reads it with the door',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    for (const phone of visitor.phones) await phone.enlarge()
    await rider.tap('老人不太好？告诉社区')
    await rider.answer(/^下次上门要知道的/)
    await rider.type('说几句', '狗会扑人')
    const found = [...(await misfits(rider))]
    await visitor.shot('largest-note-told')
    await rider.answer('告诉社区')
    await rider.sees('告诉社区了，谢谢您')
    await desk.open(/^要照看的 1/, '要照看的')
    await desk.sees('狗会扑人')
    found.push(...(await misfits(desk)))
    await visitor.shot('largest-note')
    await desk.tap('给来的人看')
    await desk.sees(/^都办了/)
    await desk.back()
    await family.open(/谁看过我家地址/, '家里老人')
    await family.open(/^来的人会读到/, '来的人会读到')
    await family.sees('狗会扑人')

    await desk.tapOn(/送饭 · 王大爷[^]*15:30/, '换人')
    await desk.answer('派给李师傅')
    await desk.answer('他自己说有空')
    await rider.give('李师傅')
    await rider.tapOn('今天 15:00-15:30', '接单')
    await rider.tap(/^看门牌和电话/)
    await rider.sees('狗会扑人')
    for (const phone of [family, rider]) found.push(...(await misfits(phone)))
    await visitor.shot('largest-note-read')
    expect(found).toEqual([])
  }),
)
