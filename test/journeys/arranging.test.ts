import { askForLunch } from './asking'
import type { Handset } from './handset'
import { onStage } from './opened'
import { misfitsOn, wordsAt } from './reading'

const journey = onStage()

const goBack = async (phone: Handset, pages: number) => {
  for (let page = 0; page < pages; page += 1) await phone.back()
}
/** What the pages on the way were opened with, for a second look at them. */
const opened: Record<'rider' | 'home' | 'rule', string> = { rider: '', home: '', rule: '' }

test(
  'what waits is given out in one go: one to somebody the desk knows to be the better, one kept for later',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await askForLunch(family, '爸爸', '15:00-15:30')
    await family.tap('回首页')
    await family.tap('爸爸的快递')
    await family.type('取件码', '3-2-1107')
    await family.tap('下一步')
    await family.tap('16:00-16:30')
    await family.sees('对不对？')
    await family.tap('请社区派人')
    await family.tap('回首页')

    await desk.sees('等派 4')
    await desk.open('一起派', '一起派')
    await desk.sees('照这样派 3 单')
    await visitor.shot('propose')
    await desk.tapOn(/送饭 · 王大爷/, '换人')
    await desk.answer('请陈师傅去')
    await visitor.shot('propose-because')
    await desk.answer('我知道他更合适')
    await desk.tapOn(/取寄快递 · 王大爷/, '先不派')
    await visitor.shot('propose-changed')
    await desk.tap('照这样派 2 单')
    await desk.sees('派了 2 单')
    await desk.tap('回首页')
    // One waits still, and one must be telephoned first.
    await desk.sees('等派 2')
    await desk.misses('一起派')
    await family.sees('问了陈师傅，等他答应')
  }),
)

test(
  'whoever is ill today gives up what he has for today, and every family hears it',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await rider.give('陈师傅')
    await rider.sees('手上的')
    await desk.open('师傅', '师傅')
    await desk.tap(/^这里的师傅/)
    await desk.open('轮到谁', '轮到谁')
    await desk.sees('这个月人人都轮到过')
    await visitor.shot('turns')
    await desk.open('陈师傅', '这位师傅')
    opened.rider = await desk.query()
    await desk.open('今天来不了', '今天来不了')
    await desk.tap('身体不舒服')
    await visitor.shot('relieve')
    await desk.tap('照这样换 2 单')
    await desk.sees(/^2 单都交出去了/)
    await rider.misses('手上的')
    await family.misses('问了陈师傅，等他答应')
    await family.sees(/^问了.师傅，等他答应$/)
    await visitor.shot('relieved')
    await desk.tap('回首页')

    await desk.open('天气和时间', '天气和时间')
    await desk.sees('拿药 · 郑奶奶')
    await desk.tap('接送考生')
    await desk.tap('急')
    await visitor.shot('pace')
    await desk.back()
  }),
)

test(
  'a lunch that asks for itself: a day is left out, it rests and goes on, and tomorrow another stands in',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await family.open(/^爸爸 · 金星小区 3号楼/, '家里老人')
    await family.open(/^定期和常用/, '定期和常用')
    opened.home = await family.query()
    await family.sees('每天 10:30-11:00')
    await visitor.shot('recurring-list')
    await family.open(/^爸爸的午饭，下一次/, '定期')
    opened.rule = await family.query()
    await family.sees('接下来两周')
    await visitor.shot('recurring-one')
    await family
      .button(/，这天不要$/)
      .last()
      .click()
    await family.tap(/，还是要$/)
    await family.misses('还是要')
    await family.tap('先停一停')
    await family.tap('接着要')
    await family.open('改日子', '改日子')
    await visitor.shot('recurring-change')
    await goBack(family, 4)

    // Tomorrow somebody else stands in; who usually comes stays who he is.
    await desk.open('住户', '住户')
    await desk.type('找一户', '王大爷')
    await desk.tap('找')
    await desk.open(/^王大爷 · 3号楼/, '家里老人')
    await desk.open(/^替一天/, '替一天')
    await desk.sees('平时是张师傅')
    await desk.sees('第二天照常张师傅')
    const [day = ''] =
      /^.+(?=，陈师傅来$)/.exec(
        await desk
          .text(/，陈师傅来$/)
          .first()
          .innerText(),
      ) ?? []
    await desk.tap(`${day}，不用替了`)
    await desk.tap(day)
    await desk.tap(/^李师傅/)
    await visitor.shot('stand-in')
    await desk.tap('请李师傅替 1 天')
    await desk.sees(`${day}，李师傅来`)
    await goBack(desk, 3)

    // In the afternoon tomorrow's lunch is there by itself, and who stands in is asked first.
    await visitor.later(10)
    await family.sees('明天 10:30-11:00')
    await family.card('明天 10:30-11:00').click()
    await family.arrives('这一单')
    await family.sees('明天由李师傅替')
    await visitor.shot('recurring-made')
    await wordsAt(desk, `/pages/errand/one/index${await family.query()}`)
    await desk.tap('派给李师傅')
    await rider.give('李师傅')
    await rider.tapOn(/明天 10:30-11:00/, '接单')
    // It is for tomorrow: his hands are as free as before.
    await rider.sees('约好的')
    await rider.misses('手上的')
    await rider.lookAt('约好的')
    await family.sees(/^李师傅接了，明天 11:00 前到/)
    await visitor.shot('recurring-agreed')
  }),
)

test(
  'at the largest text size nothing of it is cut and every button is large enough for a thumb',
  journey(async ({ visitor }) => {
    const { desk } = visitor
    await desk.enlarge()
    const found: string[] = []
    for (const path of [
      'errand/propose/index',
      'errand/turns/index',
      'errand/pace/index',
      `errand/relieve/index${opened.rider}`,
      `rider/one/index${opened.rider}`,
      `recurring/list/index${opened.home}`,
      `recurring/one/index${opened.rule}`,
      `recurring/change/index${opened.rule}`,
      `household/substitutes/index${opened.home.replace('household=', 'id=')}`,
    ]) {
      await wordsAt(desk, `/pages/${path}`)
      await visitor.shot(`largest-${path.split('/').slice(0, 2).join('-')}`)
      found.push(...(await misfitsOn(desk, path)))
    }
    expect(found).toEqual([])
    expect(visitor.complaints).toEqual([])
  }),
)
