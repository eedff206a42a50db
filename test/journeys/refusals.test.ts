import { askForLunch, writeErrand } from './asking'
import type { Handset } from './handset'
import { onStage } from './opened'

const journey = onStage()

/** What the person of this phone says no to, or no longer. */
async function refuse(phone: Handset, ...what: RegExp[]): Promise<void> {
  await phone.set(/拒绝授权/)
  for (const one of what) await phone.choose(one)
  await phone.choose('好了')
}

test(
  'who wants no message after all reads where it will stand; who allows one is told by WeChat',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await writeErrand(family, '帮忙读一封信', '爸爸', '16:00-16:30')
    await family.tap('有进展用微信告诉我')
    await family.tap('请社区派人')
    await visitor.shot('subscribe')
    await family.choose('拒绝')
    await family.sees('没打开微信提醒也没关系，进展在“消息”里看')
    await family.tap('回首页')
    await writeErrand(family, '帮忙换个灯泡', '爸爸', '16:30-17:00')
    await family.tap('有进展用微信告诉我')
    await family.tap('请社区派人')
    await family.choose('允许')
    await family.sees('社区收到了，正在安排。')
    await family.misses('没打开微信提醒也没关系，进展在“消息”里看')
    await desk.sees(/王大爷/)
    await family.tap('回首页')
  }),
)

test(
  'who closes the privacy text at the door has three ways on, and may try again',
  journey(async ({ visitor }) => {
    const { rider } = visitor
    await refuse(rider, /关掉隐私说明/)
    await rider.turnTo('驿站')
    await rider.tap('我到了')
    await rider.section
      .locator('.code img')
      .last()
      .evaluate((image: HTMLImageElement) => image.decode())
    await rider.choose('红色驿站 · 人民路店')
    await rider.tap('我到了')
    await rider.sees(/^没同意隐私说明，位置没有用，也没关系/)
    await rider.sees('店里人点过了')
    await rider.sees('手输六位码')
    await visitor.shot('privacy closed')
    await refuse(rider, /关掉隐私说明/)
    await rider.tap('再看一次位置')
    await rider.choose(/^在店门口/)
    await rider.sees('到了，记好了')
    await rider.back()
  }),
)

test(
  'a family sees the face of who is coming',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await rider.turnTo('我的')
    await rider.tap(/^张师傅/)
    await rider.arrives('称呼和头像')
    await rider.tap('换头像')
    await rider.choose('头像 2')
    await rider.top.locator('.avatar__face').waitFor()
    await rider.back()
    await rider.turnTo('首页')
    await askForLunch(family, '爸爸', '10:30-11:00')
    await family.tap('回首页')
    await desk.tapOn(/送饭 · 王大爷/, '派给张师傅')
    await rider.sees('社区请您帮忙')
    // WeChat looks at a face before anybody else does.
    await visitor.later()
    await visitor.page.getByText(/^图片查好了：没有问题/).waitFor()
    await rider.tap('接单')
    await family.sees(/张师傅接了/)
    await family.top.locator('.avatar__face').waitFor()
    await visitor.shot('face')
  }),
)
