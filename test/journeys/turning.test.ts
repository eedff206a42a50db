import { onStage } from './opened'

const journey = onStage()

test(
  'who scrolls to the end of a long list has the rest of it',
  journey(async ({ visitor }) => {
    const { family } = visitor
    await family.tap(/^我的点单/)
    await family.arrives('我的点单')
    await family.sees(/^下面还有 \d+ 条$/)
    const rows = family.top.locator('.list-card')
    expect(await rows.count()).toBe(6)
    await family.section.locator('iframe').hover()
    await visitor.page.mouse.wheel(0, 5000)
    await family.misses(/^下面还有/)
    expect(await rows.count()).toBeGreaterThan(6)
    await visitor.shot('scrolled')
    await family.back()
  }),
)

test(
  'in the build for a browser, too, one phone goes back and the others stay where they are',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    for (const phone of [family, desk]) {
      await phone.set(/换成网页版$/)
      await phone.screen.locator('.taro_page').first().waitFor()
      await phone.opened()
    }
    await family.open(/^我的点单/, '我的点单')
    await desk.open(/^社区的微信群/, '社区的微信群')
    await family.back()
    await family.arrives('新邻')
    await family.sees('请人帮忙')
    await desk.sees('进群码')
    await desk.back()
    await desk.sees(/^社区的微信群/)

    // Turned back at once, the page beneath stands.
    await family.tap(/^我的点单/)
    await family.section.getByRole('button', { name: '返回' }).click()
    await family.sees('请人帮忙')
    expect(visitor.complaints).toEqual([])
  }),
)
