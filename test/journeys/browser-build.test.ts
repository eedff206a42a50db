import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'the build for a browser stands behind a switch above each phone, and does the same',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    for (const phone of visitor.phones) {
      await phone.screen.locator('mp-page').first().waitFor()
      await phone.set(/换成网页版$/)
      await phone.screen.locator('.taro_page').first().waitFor()
      await phone.opened()
    }
    await askForLunch(family, '爸爸', '10:30-11:00')
    await family.tap('发到群里说一声')
    await family.choose('金星社区邻里群')
    await visitor.card('送饭').waitFor()
    await family.tap('回首页')
    await desk.tap('派给张师傅')
    await rider.sees('社区请您帮忙')
    await rider.tap('接单')
    await family.sees(/^张师傅接了，11:00 前到。口令/)
    await rider.tap('我出发了')
    await family.sees(/^张师傅在路上/)
    await rider.tap('送到了')
    await rider.answer('交给了本人')
    await family.sees('送到了。收到请点一下')
    await family.tap('收到了')
    await family.answer('很好')
    await family.answer('收到了')
    await family.sees('现在没有在办的')
    expect(visitor.complaints).toEqual([])
  }),
)
