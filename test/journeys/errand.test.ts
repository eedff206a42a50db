import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'a daughter asks for a lunch, the secretary sends a rider, and she thanks him',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await visitor.mark()
    await askForLunch(family, '爸爸', '10:30-11:00')
    await family.tap('发到群里说一声')
    await family.choose('金星社区邻里群')
    await visitor.card('送饭').waitFor()
    await visitor.shot('asked')
    await family.tap('回首页')

    await desk.sees(/送饭 · 王大爷/)
    await desk.tap('派给张师傅')
    await family.sees('问了张师傅，等他答应')
    await rider.sees('社区请您帮忙')
    await visitor.shot('dispatched')
    await rider.tap('接单')
    await family.sees(/^张师傅接了，11:00 前到。口令/)
    await rider.sees('手上的')

    await visitor.notice('有人接了您的单').waitFor()
    for (const phone of visitor.phones) await phone.putAwayNotice()
    await desk.tap(/^在办/)
    await desk.lookAt('送饭 · 王大爷')
    await visitor.shot('accepted')

    await rider.tap(/^看门牌和电话/)
    await rider.sees('打给女儿')
    await visitor.shot('revealed')
    await rider.tap('我出发了')
    await family.sees(/^张师傅在路上/)
    await rider.tap('送到了')
    await rider.answer('交给了本人')
    await family.sees('送到了。收到请点一下')
    await family.tap('收到了')
    await family.answer('很好')
    await family.answer('谢一声张师傅')
    await visitor.shot('delivered')
    await family.answer('收到了')
    await family.sees('现在没有在办的')

    await rider.open(/^消息/, '消息')
    await rider.sees(/谢/)
    await visitor.shot('thanked')
    await rider.back()
    expect(await visitor.reloads()).toBe(0)
  }),
)

test(
  'who cannot is let go, and the errand finds somebody else',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await rider.give('张师傅')
    await desk.give('李书记')
    await askForLunch(family, '爸爸', '14:00-14:30')
    await family.open('看这一单', '这一单')
    await desk.open(/^送饭 · 王大爷/, '这一单')
    await desk.tap('换人')
    await desk.answer('派给张师傅')
    await rider.sees('社区请您帮忙')
    await rider.tap('这次不行')
    await rider.answer('正忙着')
    await rider.answer('这次不行')
    await family.sees('社区收到了，正在安排')

    await desk.tap('换人')
    await desk.answer('派给陈师傅')
    await family.sees('问了陈师傅，等他答应')
    await desk.tap('换人')
    await desk.answer('派给李师傅')
    await family.sees('问了李师傅，等他答应')

    await desk.tap('电话里答应了')
    // He said no to this one before, and stands among those who are not suggested.
    await desk.answer(/^没推荐的/)
    await visitor.shot('agreed')
    await desk.answer('张师傅答应了')
    await family.sees(/^张师傅接了/)
    await rider.tap('去不了了，转回社区')
    await rider.answer('车坏了')
    await rider.answer('去不了了，转回社区')
    await family.sees('社区收到了，正在安排')
    await visitor.shot('handed-back')
  }),
)

test(
  'nobody opens the door: the community sends again, and the family may still say 不用了',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await desk.tap('电话里答应了')
    await desk.answer(/^没推荐的/)
    await desk.answer('张师傅答应了')
    await rider.tap('没送成')
    await rider.answer('家里没人')
    await rider.answer('没送成')
    await family.sees(/^没送成：家里没人/)
    await desk.sees(/^卡住：没送成/)
    await visitor.shot('failed')
    await desk.tap(/^派给/)
    await family.sees(/等他答应$/)
    await family.tap('不用了')
    await family.answer('家里有人去了')
    await family.answer('不用了')
    await family.sees('已经取消')
    await desk.sees('已取消')
  }),
)
