import { onStage } from './opened'

const journey = onStage()

test(
  'an old lady with a landline calls, and hears who will come and what he will say',
  journey(async ({ visitor }) => {
    const { desk, rider, page } = visitor
    await page.getByRole('button', { name: '她打电话' }).click()
    await visitor.shot('ringing')
    await desk.choose('接听')
    await desk.arrives('请人帮忙')
    await desk.tap('送饭')
    await desk.tap('社区食堂')
    await desk.tap('下一步')
    await desk.tap('15:00-15:30')
    await desk.tap(/^已付好/)
    await visitor.shot('by-phone')
    await desk.tap('记好了')
    await desk.sees('记好了。')
    await desk.open('看这一单', '这一单')
    await desk.tap('换人')
    await desk.answer('派给张师傅')
    // Others come before him: the desk says why it takes him.
    await desk.answer('我知道他更合适')
    await rider.sees('社区请您帮忙')
    await rider.tap('接单')
    await rider.sees('手上的')
    await desk.back()
    await desk.arrives('新邻')
    await desk.sees(/^要打的电话/)
    // The calls of this morning stand above it.
    await desk.section.locator('iframe').hover()
    await page.mouse.wheel(0, 5000)
    const call = /王奶奶.*张师傅.*口令/
    await desk.lookAt(call)
    await visitor.shot('to-call')
    await desk.tapOn(call, /^打(给王奶奶|$)/)
    await desk.choose('接通')
    await page
      .locator('.home .ear')
      .getByText(/社区来电：“.*张师傅.*口令/)
      .waitFor()
    await visitor.shot('heard')
    await desk.tapOn(call, '打了')
    await desk.misses(call)
  }),
)
