import type { Handset } from './handset'
import { onStage } from './opened'

const journey = onStage()
const shop = '红色驿站 · 人民路店'

/** 选社区, where nobody has chosen one on this phone yet. */
async function chooseJinxing(phone: Handset, title: string): Promise<void> {
  await phone.tap('选社区')
  await phone.arrives('选社区')
  await phone.tap(/^金星社区/)
  await phone.arrives(title)
}

test(
  'a guest says 我到了 at a station without an account',
  journey(async ({ visitor }) => {
    const { family } = visitor
    await family.give('何阿姨')
    await family.turnTo('驿站')
    await family.tap('我到了')
    await family.section
      .locator('.code img')
      .last()
      .evaluate((image: HTMLImageElement) => image.decode())
    await family.choose(shop)
    await family.tap('我到了')
    await family.choose(/^在店门口/)
    await family.sees('到了，记好了')
    await family.back()
  }),
)

test(
  'a daughter in another city registers inside her first errand, and the desk calls before anybody is asked',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await family.turnTo('首页')
    await family.open(/^请人帮忙/, '请人帮忙')
    await chooseJinxing(family, '请人帮忙')
    await family.tap('送饭')
    await family.tap('我家老人住这里')
    await family.tap('爸爸')
    await family.type('邻居怎么称呼老人', '何大爷')
    await family.type('怎么称呼您', '何女士')
    await family.tap('金星小区')
    await family.tap('3号楼')
    await family.type('几单元', '1')
    await family.type('门牌', '502')
    await family.type('几楼', '5')
    await family.tap('没电梯')
    await family.tap('有人同住')
    await family.type('电话', '13900008888')
    await family.type('是谁的电话', '女儿')
    await family.tap('电话里同意')
    await visitor.shot('first errand, the elder')
    await family.open('看《隐私说明》', '说明')
    await visitor.shot('privacy text')
    await family.tap('看完了')
    await family.arrives('请人帮忙')
    await family.tap('看过并同意《隐私说明》')
    await family.tap('添好了')
    await family.tap('社区食堂')
    await family.tap('下一步')
    await family.tap('15:00-15:30')
    await family.tap(/^已付好/)
    await family.tap('请社区派人')
    await family.sees('新住户，社区会打电话核实')
    await visitor.shot('newcomer sent')

    await desk.sees(/何大爷/)
    expect(await rider.text('今天 15:00-15:30').count()).toBe(0)
    await desk.tapOn('送饭 · 何大爷', '看号码（家里会看到记录）')
    await desk.tapOn('送饭 · 何大爷', '打过电话核实了')
    await desk.misses('打过电话核实了')
    await desk.open(/^送饭 · 何大爷/, '这一单')
    await desk.tap('请大家看看谁顺路')
    await desk.sees(/^已放出/)
    await desk.back()
    await rider.sees('今天 15:00-15:30')
  }),
)

/** One question after the other, as far as the certificate. */
async function answerAll(phone: Handset): Promise<void> {
  await phone.type('称呼', '新师傅')
  await phone.tap('下一步')
  await phone.tap('快递')
  await phone.type('公司或站点', '东门站')
  await phone.tap('下一步')
  await phone.type('您的电话', '13900009999')
  await phone.tap('下一步')
  await phone.tap('三轮')
  await phone.tap('金星小区')
  await phone.tap('下一步')
  await phone.tap('骑龙社区')
  await phone.tap('下一步')
  await phone.tap('周一')
  await phone.tap('上午')
  await phone.tap('09:00')
  await phone.tap('到 11:00')
  await phone.sees('周一 09:00-\u206011:00')
  await phone.tap('下一步')
  await phone.tap('能扛重物')
  await phone.tap('下一步')
  await phone.tap('驾驶证')
  await phone.tap('2030年')
  await phone.tap('6月')
  await phone.tap('30日')
  await phone.sees('驾驶证 2030-06-30 前有效')
  await phone.tap('下一步')
  await phone.tap('不垫钱')
  await phone.sees('先说好')
}

/** From the first question to the last, as they stand. */
async function goThrough(phone: Handset): Promise<void> {
  await phone.sees(/^第 1 步/)
  const [, all = ''] = /共 (\d+) 步/.exec((await phone.text(/^第 1 步/).textContent()) ?? '') ?? []
  for (let step = 1; step < Number(all); step += 1) {
    await phone.sees(`第 ${step} 步，共 ${all} 步`)
    await phone.tap('下一步')
  }
}

test(
  'a courier applies, is sent back with a reason, applies again and is confirmed on his firm’s word',
  journey(async ({ visitor }) => {
    const { rider, desk } = visitor
    await rider.give('新来的师傅')
    await rider.turnTo('我的')
    await rider.open(/^我想帮忙/, '我是师傅，来报名')
    await chooseJinxing(rider, '我是师傅，来报名')
    await answerAll(rider)
    for (const title of ['隐私说明', '电话给家里看的说明', '帮忙约定']) await rider.tap(`看过并同意《${title}》`)
    await visitor.shot('apply')
    await rider.tap('报名')
    await rider.sees(/^已报名，等社区确认/)

    await desk.open(/位师傅待确认/, '师傅')
    await visitor.shot('applicants')
    await desk.tapOn('新师傅 · 快递', '退回并说明')
    await desk.answer('电话打不通')
    await desk.answer('退回并说明')
    await rider.sees(/^上次报名社区退回了：电话打不通/)
    // What he said stands there still, and what he agreed to is not asked again.
    await goThrough(rider)
    await rider.tap('报名')
    await rider.sees(/^已报名，等社区确认/)
    await rider.back()
    await rider.turnTo('首页')
    expect(await rider.text('谁顺路？').count()).toBe(0)

    await desk.tapOn('新师傅 · 快递', '公司作保，确认')
    await rider.sees('谁顺路？')
    await visitor.shot('confirmed')
    await rider.turnTo('我的')
    await rider.open('接单资料', '接单资料')
    await rider.sees(/确认，公司说的$/)
    await visitor.shot('profile')
  }),
)
