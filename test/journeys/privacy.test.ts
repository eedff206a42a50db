import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'a daughter looks at what is kept, takes it along, takes a consent back, hands her errand over and is gone',
  journey(async ({ visitor }) => {
    const { family, desk, rider, page } = visitor
    await askForLunch(family, '爸爸', '15:00-15:30')
    await family.back()
    await family.arrives('新邻')
    await family.turnTo('我的')
    await family.open('我的数据', '我的数据')
    await family.sees('王女士')
    await family.sees(/^点的单 \d+ 件/)
    await visitor.shot('my-data')
    await family.tap(/^每样留多久/)
    await family.sees('办完 400 天后删掉')
    await family.tap('发给自己')

    await family.tapOn('拿药记录说明', '收回')
    await family.sees(/再请人拿药，会重新问您/)
    await family.answer('收回')
    await family.sees(/^收回了。办完的拿药单里/)
    await visitor.shot('withdrawn')

    await family.open('注销', '注销')
    await family.sees(/^送饭 · 今天 15:00/)
    await visitor.shot('in-the-way')
    await family.tap(/^先把在办的 \d+ 件转给社区/)
    await family.sees('会删掉')
    await family.tap('注销')
    await family.sees('真的不用了？')
    await visitor.shot('sure')
    await family.answer('都删掉')
    await family.sees(/^注销了/)
    await visitor.shot('gone')
    await family.tap('回首页')
    await family.arrives('新邻')
    await family.turnTo('我的')
    await family.sees('先看看，不用注册')

    await desk.open(/^送饭 · 王大爷/, '这一单')
    await desk.tap('派给张师傅')
    await rider.sees('社区请您帮忙')
    await rider.tap('接单')
    await rider.sees('手上的')
    await desk.back()
    await desk.arrives('新邻')
    await desk.sees(/^要打的电话/)
    // The calls of this morning stand above it.
    await desk.section.locator('iframe').hover()
    await page.mouse.wheel(0, 5000)
    await desk.lookAt(/^王大爷：.*张师傅/)
    await visitor.shot('desk-calls')
  }),
)
