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
