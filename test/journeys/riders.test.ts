import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()
/** 吴师傅 (local/seed). */
const second = 'rider-jinxing-5'

test(
  'a second rider is told who has it',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await askForLunch(family, '爸爸', '15:00-15:30')
    await desk.open(/^送饭 · 王大爷/, '这一单')
    await desk.tap('请大家看看谁顺路')
    await desk.sees(/^已放出/)

    await family.give('吴师傅')
    await family.sees('今天 15:00-15:30')
    await rider.sees('今天 15:00-15:30')
    // The second one's screen is old: what it asks is lost on the way, what he taps is not.
    await visitor.page.route('**/call/errand', async route => {
      const { verb }: { verb: string } = route.request().postDataJSON()
      await (verb === 'offers' && route.request().headers()['x-openid'] === second ? route.abort() : route.continue())
    })
    await rider.tapOn('今天 15:00-15:30', '接单')
    await rider.sees('手上的')
    await family.tapOn('今天 15:00-15:30', '接单')
    await family.sees('刚被张师傅接了，谢谢您')
    await visitor.shot('race')
    await visitor.page.unrouteAll()
  }),
)

test(
  'a new rider sees nothing until the community has met him',
  journey(async ({ visitor }) => {
    const { rider, desk } = visitor
    await desk.back()
    await rider.give('新来的师傅')
    await rider.turnTo('我的')
    await rider.open(/^我想帮忙/, '我是师傅，来报名')
    await rider.tap('选社区')
    await rider.arrives('选社区')
    await rider.tap(/^金星社区/)
    await rider.type('怎么称呼您', '新师傅')
    await rider.tap('快递')
    await rider.type('哪家公司或站点', '东门站')
    await rider.type('您的电话', '13900009999')
    await rider.tap('不垫钱')
    await rider.tap('看过了，就这么办')
    await visitor.shot('apply')
    await rider.tap('报名')
    await rider.sees(/^已报名，等社区确认/)
    await rider.back()
    await rider.turnTo('首页')
    expect(await rider.text('谁顺路？').count()).toBe(0)

    await desk.open(/位师傅待确认/, '新来的师傅')
    await desk.tapOn('新师傅', '见过本人，确认')
    await desk.misses(/^新师傅/)
    await rider.sees('谁顺路？')
    await visitor.shot('confirmed')
  }),
)
