import { onStage } from './opened'
import type { Handset } from './handset'

const journey = onStage()
const shop = '红色驿站 · 人民路店'

/** 我到了: the camera held to the code at the shop's door, and the tap that says so. */
async function arriveAtShop(phone: Handset): Promise<void> {
  await phone.turnTo('驿站')
  await phone.tap('我到了')
  await phone.section
    .locator('.code img')
    .last()
    .evaluate((image: HTMLImageElement) => image.decode())
  await phone.choose(shop)
  await phone.sees('点了才看一次位置，只为确认您在驿站。不扫也能用。')
  await phone.tap('我到了')
}

test(
  'the clerk closes the shop for a while and opens it again, and everybody reads it',
  journey(async ({ visitor }) => {
    const { desk, family } = visitor
    await desk.give('周店员')
    await family.turnTo('驿站')
    await family.tap(new RegExp(`^${shop}`))
    await family.sees(/^开着/)
    await desk.tap('关一会儿')
    await family.sees(/^关着|^关一会儿|^先关/)
    await visitor.shot('closed')
    await desk.tap('开门')
    await family.sees(/^开着/)
  }),
)

test(
  'a passer-by scans the code at the door and is counted without an account',
  journey(async ({ visitor }) => {
    const { family } = visitor
    await family.give('何阿姨')
    await arriveAtShop(family)
    await visitor.shot('where')
    await family.choose(/^在店门口/)
    await family.sees('到了，记好了')
    await family.sees('坐着没事，可以看看')
    await visitor.shot('arrived')
  }),
)

test(
  'whose phone cannot prove it is nodded in by the clerk, and may rest or say that he is free',
  journey(async ({ visitor }) => {
    const { rider, desk } = visitor
    await arriveAtShop(rider)
    await rider.choose(/^在家/)
    await rider.sees(/先给您记着，等店里人点一下/)
    for (const way of ['请店里人点一下', '走近一点再试']) await rider.sees(way)
    await rider.button('再扫一次').waitFor()
    await desk.sees('等您点头的 2 位')
    await visitor.shot('three-ways')
    await desk.tapOn(/^张师傅/, '他在这儿')
    await rider.sees('到了，记好了')
    await rider.sees('坐着没事，可以看看')
    await rider.button('我有空').waitFor()
    await visitor.shot('nodded')
    await desk.tap(/^今天来过的/)
    await desk.sees(/^今天来过 \d+ 位$/)
  }),
)
