import { askForLunch, writeErrand } from './asking'
import { onStage } from './opened'
import { misfits } from './reading'

const journey = onStage()

test(
  'three stages are open at once: what happens on one is seen on the others',
  journey(async ({ visitor, another }) => {
    const [second, third] = await Promise.all([another(), another()])
    await askForLunch(visitor.family, '爸爸', '10:30-11:00')
    await Promise.all([second, third].map(other => other.family.sees('社区收到了，正在安排')))
    await second.desk.tapOn('送饭 · 王大爷', '派给张师傅')
    await third.rider.sees('社区请您帮忙')
    await third.rider.tap('接单')
    const seen = [visitor, second, third]
    await visitor.family.tap('回首页')
    await Promise.all(seen.map(each => each.family.sees(/^张师傅接了，11:00 前到/)))
    await Promise.all(seen.map(each => each.rider.sees('手上的')))
    await third.shot('third-stage')
    expect(seen.flatMap(each => each.complaints)).toEqual([])
    await Promise.all([second, third].map(each => each.page.close()))
  }),
)

test(
  'what was typed stays when the network is gone, and goes out once when it is back',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await writeErrand(family, '帮忙换个灯泡', '爸爸', '16:00-16:30')
    await family.set(/^断网$/)
    await family.tap('请社区派人')
    await family.sees(/没发出去，您填的都在。再试一次/)
    await family.sees('帮忙换个灯泡')
    await visitor.shot('offline')
    await family.set(/^断网中/)
    await family.tap('请社区派人')
    await family.sees('社区收到了，正在安排。')
    await desk.sees('帮忙换个灯泡 · 6 楼没电梯')
    await family.tap('回首页')
    await family.sees('2 件在办')
  }),
)

test(
  'at the largest text size nothing is cut and every button is large enough for a thumb',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    for (const phone of visitor.phones) await phone.enlarge()
    await visitor.shot('largest')
    const found: Record<string, string[]> = {
      'family home': await misfits(family),
      'rider home': await misfits(rider),
      board: await misfits(desk),
    }
    await desk.open(/^别的事 · 王大爷/, '这一单')
    await desk.sees('要什么')
    found['errand of the desk'] = await misfits(desk)
    await family.open(/爸爸的午饭 ?今天/, '这一单')
    await family.sees('要什么')
    found['errand of the family'] = await misfits(family)
    await visitor.shot('largest-errand')
    await family.back()
    await family.arrives('新邻')
    await family.open(/^请人帮忙/, '请人帮忙')
    found['asking 1'] = await misfits(family)
    await family.tap('送饭')
    await family.sees('第 2 步，共 6 步')
    found['asking 2'] = await misfits(family)
    await family.tap(/^爸爸（/)
    await family.tap('社区食堂')
    found['asking 3'] = await misfits(family)
    await family.tap('下一步')
    found['asking 4'] = await misfits(family)
    await visitor.shot('largest-asking')
    await family.tap('14:00-14:30')
    found['asking 5'] = await misfits(family)
    await family.tap(/^已付好/)
    await family.sees('对不对？')
    found['asking 6'] = await misfits(family)
    await visitor.shot('largest-sentence')
    expect(Object.entries(found).flatMap(([where, lines]) => lines.map(line => `${where}: ${line}`))).toEqual([])
  }),
)
