import type { Handset } from './handset'
import { onStage } from './opened'
import { misfits } from './reading'

const journey = onStage()

/** The code that stands on the elder's page. */
async function codeOn(phone: Handset): Promise<string> {
  const code = phone.top.locator('.household__code')
  await code.waitFor()
  return (await code.innerText()).replace(/\D/g, '')
}

const home = /^爸爸 · 金星小区 3号楼/

test(
  'a brother asks with his sister’s code, is one of the family, and is out at the elder’s word',
  journey(async ({ visitor }) => {
    const { family, desk, rider: brother } = visitor
    await brother.give('赵先生')
    await family.open(home, '家里老人')
    await family.tap('再添一位家里人')
    const code = await codeOn(family)
    await family.lookAt('换一个绑定码')
    await visitor.shot('household-code')

    await brother.turnTo('我的')
    await brother.open('我有绑定码', '做家里人')
    await brother.type('绑定码', code)
    await brother.tap('爸爸')
    await brother.tap('老人知道，也同意我替他点单')
    await visitor.shot('household-bind')
    await brother.tap('问一声家里')
    await brother.sees(/^问过家里了/)

    await family.lookAt('赵先生想做家里人')
    await visitor.shot('household-asking')
    await family.tapOn('赵先生想做家里人', '同意')
    await family.sees(/家里人同意/)
    await brother.tap('回首页')
    await brother.sees(home)
    await brother.open(/^消息/, '消息')
    await brother.sees('答应了，您可以替爸爸点单了')
    await visitor.shot('household-told')
    await brother.back()
    await family.back()
    await family.open(/^消息/, '消息')
    await family.sees('赵先生现在也是爸爸的家里人了')
    await family.back()

    await desk.open(/^住户/, '住户')
    await desk.type('找一户', '王大爷')
    await desk.tap('找')
    await visitor.shot('household-list')
    await desk.open(/^王大爷 · 3号楼/, '家里老人')
    await desk.tap('看门牌和号码（家里会看到记录）')
    await desk.sees(/2单元 602/)
    await visitor.shot('household-desk')
    await desk.tapOn('赵先生', '解绑')
    await desk.answer('老人说的，解绑')
    // His phone still has the name; what is behind it is closed to him, and with the answer the name goes.
    await brother.open(home, '家里老人')
    await brother.sees('这件事要由别的人来办')
    await brother.back()
    await brother.misses(home)
    await family.open(home, '家里老人')
    await family.misses('赵先生')
    await family.open(/^谁看过我家地址/, '谁看过我家地址')
    await family.sees('李书记，社区 看过，没有单子')
    await visitor.shot('household-looks')
    await family.back()

    await family.open(/^冰箱贴/, '冰箱贴')
    await family.sees('要人帮忙，打')
    await family.sees('常来的：张师傅')
    await visitor.shot('household-sheet')
    await family.tap('打开，转给人打印')
    await family.misses(/没有网络|系统出了点问题/)
    expect(visitor.complaints).toEqual([])
  }),
)

test(
  'the desk enters a call of any household in eight taps at most, and one that rings in four',
  journey(async ({ visitor }) => {
    const { desk, page } = visitor
    let taps = 0
    const tap = async (words: string | RegExp) => {
      taps += 1
      await desk.tap(words)
    }
    await desk.back()
    await desk.back()
    await desk.arrives('新邻')
    await tap('接到电话，记一单')
    await desk.arrives('请人帮忙')
    await desk.type('找一户', '王奶奶')
    await tap('找')
    await tap(/^王奶奶/)
    await desk.sees('照旧')
    await visitor.shot('household-usual')
    await tap(/^送饭 · /)
    await tap('15:00-15:30')
    await tap('记好了')
    await desk.sees('记好了。')
    expect(taps).toBeLessThanOrEqual(8)
    await desk.tap('回书记台')
    await desk.arrives('新邻')

    taps = 1
    await page.getByRole('button', { name: '她打电话' }).click()
    await desk.choose('接听')
    await desk.arrives('请人帮忙')
    await desk.sees('照旧')
    await tap(/^送饭 · /)
    await tap('16:00-16:30')
    await tap('记好了')
    await desk.sees('记好了。')
    expect(taps).toBeLessThanOrEqual(4)
  }),
)

test(
  'whose parents the desk takes out of its records reads it in 消息, and has nothing of them any more',
  journey(async ({ visitor }) => {
    const { desk, rider: daughter } = visitor
    const hers = /^爸爸 · /
    await daughter.give('孙女士')
    await daughter.sees(hers)

    await desk.back()
    await desk.arrives('新邻')
    await desk.enlarge()
    await desk.open(/^住户/, '住户')
    await desk.type('找一户', '孙大爷')
    await desk.tap('找')
    await desk.open(/^孙大爷 · /, '家里老人')
    await desk.tap('删掉这家的记录')
    await desk.tap('家里人要求的')
    expect(await misfits(desk)).toEqual([])
    await visitor.shot('household-removal')
    await desk.tap('删掉，不能恢复')
    await desk.arrives('住户')
    await desk.misses(/^孙大爷 · /)

    await daughter.open(/^消息/, '消息')
    await daughter.sees('社区删掉了爸爸的记录，要人帮忙请打电话给社区')
    await visitor.shot('household-removed')
    await daughter.back()
    await daughter.misses(hers)
  }),
)
