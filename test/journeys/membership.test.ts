import { onStage } from './opened'
import type { Handset } from './handset'
import { misfitsOn, wordsAt } from './reading'

const journey = onStage()
const groupName = '金星社区邻里群'

/** 请人来, up to the card; it goes into a chat, where whoever it is for taps it. */
async function sendCard(phone: Handset, post?: string): Promise<void> {
  if (post) {
    await phone.tap(/^书记台/)
    await phone.tap(post)
  }
  await phone.tap('做一张邀请卡')
  await phone.tap('发给他')
  await phone.choose(groupName)
}

/** From the card: a name, the privacy text, one tap. */
async function join(phone: Handset, name: string, what: string): Promise<void> {
  await phone.arrives('加入')
  await phone.type('怎么称呼您', name)
  await phone.tap(/^看过并同意/)
  await phone.tap(`我来做${what}`)
  await phone.sees(/^您是.*了$/)
}

test(
  'an officer opens a community and appoints its first dispatcher, who joins by the card and has a desk',
  journey(async ({ visitor }) => {
    const { desk, family } = visitor
    await desk.give('高主任')
    await visitor.shot('office-home')
    await desk.open(/^各社区/, '各社区')
    await visitor.shot('subdistrict')
    await desk.open('新开一个社区', '社区')
    await desk.type('社区名称', '新桥社区')
    await desk.type('社区电话', '0858-0000199')
    await desk.type('小区名称', '新桥里')
    await desk.type('有哪些楼', '1号楼 2号楼')
    await visitor.shot('new-community')
    await desk.tap('新开这个社区')
    await desk.sees('书记台和同事')
    await visitor.shot('one-community')
    await desk.tap('只在本社区')
    await desk.sees('这里的单只问这里的师傅，他们也只接这里的单。')
    await visitor.shot('keeps-to-itself')
    await desk.tap('和邻近社区互助')
    await desk.sees(/这里的师傅也可以去帮他们。$/)
    await desk.open('请人来', '请人来')
    await sendCard(desk, '书记')
    await visitor.shot('invite-card')

    await family.give('林书记')
    await visitor.openCard('新桥社区请您来：书记', '林书记')
    await family.sees('高主任请您来新桥社区')
    await visitor.shot('joining')
    await join(family, '林书记', '书记')
    await visitor.shot('joined')
    await family.tap('回首页')
    await family.sees('新桥社区')
    await family.sees('现在没有人值班')
    await visitor.shot('first-desk')
  }),
)

test(
  'she invites a helper, names her for duty and hands it over; a used card is refused with a way on',
  journey(async ({ visitor }) => {
    const { desk, family, rider } = visitor
    await family.open(/^同事和值班/, '同事和值班')
    await visitor.shot('colleagues-alone')
    await family.open('请人来', '请人来')
    await sendCard(family, '助理')
    await desk.give('何阿姨')
    await visitor.openCard('新桥社区请您来：助理', '何阿姨')
    await join(desk, '何助理', '助理')

    await rider.give('新来的师傅')
    await visitor.openCard('新桥社区请您来：助理', '新来的师傅')
    await rider.sees('这份邀请已经有人用过了，请发的人再发一份')
    await visitor.shot('used-card')
    await rider.tap('回首页')

    await family.back()
    await family.sees('何助理')
    await family.open(/^今天值班/, '今天值班')
    await visitor.shot('duty')
    await family.tap('何助理')
    await family.tap('我来值班')
    await family.sees(/^今天值班：林书记.*替班 何助理$/)
    await family.back()
    await family.back()
    await family.tap('交给何助理')
    await family.sees(/^今天值班：何助理/)
    await desk.tap('回首页')
    await desk.sees(/^今天值班：我/)
    await visitor.shot('handed-over')
  }),
)

test(
  'a clerk hands his shop on by a code that is read out',
  journey(async ({ visitor }) => {
    const { desk, rider } = visitor
    await desk.give('周店员')
    await desk.open('交给同事', '请人来')
    await desk.tap('做一张邀请卡')
    const code = await desk.top.locator('.membership-code').innerText()
    await visitor.shot('shop-card')
    await rider.turnTo('我的')
    await rider.open('我有邀请码', '加入')
    await rider.type('邀请码，八位数字', code)
    await visitor.shot('code')
    await rider.tap('看看是什么')
    await join(rider, '小吴', '红色驿站 · 人民路店的店员')
    await rider.tap('回首页')
    await rider.sees('等您点头的')
    await visitor.shot('new-clerk')

    // There are two of them now, and he gives it to the other altogether.
    await desk.back()
    await desk.open('交给同事', '请人来')
    await desk.tap('交给小吴')
    await desk.sees('交给小吴了，谢谢您这些日子')
    await visitor.shot('shop-handed-on')
    await desk.tap('回首页')
    await desk.sees('请人帮忙')
    expect(await desk.text('等您点头的').count()).toBe(0)
  }),
)

test(
  'at the largest text size nothing is cut and every button is large enough for a thumb',
  journey(async ({ visitor }) => {
    const { desk } = visitor
    await desk.enlarge()
    const found: string[] = []
    const look = async (person: string, paths: readonly string[]) => {
      await desk.give(person)
      for (const path of paths) {
        await wordsAt(desk, `/pages/membership/${path}`)
        await visitor.shot(`largest-${path.split('/')[0]}`)
        found.push(...(await misfitsOn(desk, path)))
      }
    }
    await look('高主任', ['subdistrict/index', 'community/index', 'community/index?c=c-jinxing'])
    await look('李书记', ['colleagues/index', 'duty/index', 'invite/index', 'join/index'])
    expect(found).toEqual([])
  }),
)
