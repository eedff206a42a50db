import { askForLunch } from './asking'
import { onStage } from './opened'
import { codeOn, misfitsOn, wordsAt } from './reading'

const journey = onStage()
/** 吴师傅 (local/seed). */
const second = 'rider-jinxing-5'

test(
  'a second rider is told who has it',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await askForLunch(family, '爸爸', '10:30-11:00')
    await desk.open(/^送饭 · 王大爷/, '这一单')
    await desk.tap('请大家看看谁顺路')
    await desk.sees(/^已放出/)

    await family.give('吴师傅')
    await family.sees('今天 10:30-11:00')
    await rider.sees('今天 10:30-11:00')
    // The second one's screen is old: what it asks is lost on the way, what he taps is not.
    await visitor.page.route('**/call/errand', async route => {
      const { verb }: { verb: string } = route.request().postDataJSON()
      await (verb === 'offers' && route.request().headers()['x-openid'] === second ? route.abort() : route.continue())
    })
    await rider.tapOn('今天 10:30-11:00', '接单')
    await rider.sees('手上的')
    await family.tapOn('今天 10:30-11:00', '接单')
    await family.sees('刚被张师傅接了，谢谢您')
    await visitor.shot('race')
    await visitor.page.unrouteAll()
  }),
)

test(
  'a rider who will be late says so with one guess; the desk has it among what is stuck, and the family reads when he comes',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    for (const phone of visitor.phones) await phone.enlarge()
    await family.give('王女士')
    await visitor.later(2)
    await rider.tap('来不及了？告诉社区')
    const found = await misfitsOn(rider, 'how late')
    await visitor.shot('largest-late')
    await rider.answer('再过 20 分钟')
    await rider.sees(/^社区知道了，11:27 前后到/)
    await desk.sees(/^卡住：要晚 · 张师傅说 11:27 前后到$/)
    await family.sees(/^比说好的晚了，张师傅说 11:27 前后到/)
    for (const phone of visitor.phones) found.push(...(await misfitsOn(phone, `late, ${phone.hand}`)))
    await visitor.shot('largest-late-told')
    expect(found).toEqual([])
  }),
)

test(
  'a family reads from the badge of whoever is at the door that the community answers for him',
  journey(async ({ visitor }) => {
    const { family, rider } = visitor
    await visitor.toStart()
    await family.open(/爸爸的午饭 ?今天/, '这一单')
    await family.sees('人到了，扫他的工牌核对')
    const found = await misfitsOn(family, 'who comes')
    await rider.open(/^工牌/, '工牌')
    await rider.tap('亮工牌')
    const badge = await codeOn(rider)
    found.push(...(await misfitsOn(rider, 'badge')))
    await wordsAt(family, badge)
    await family.sees('是：金星社区确认的志愿者')
    await family.sees('张师傅')
    found.push(...(await misfitsOn(family, 'it is he')))
    await visitor.shot('largest-badge')
    expect(found).toEqual([])
  }),
)

test(
  'the driver of an examinee falls ill, the backup drives, and the family says what was not as agreed',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    const found: string[] = []
    await visitor.toStart()
    await family.give('周先生')
    await family.open(/^请人帮忙/, '请人帮忙')
    await family.tap('接送考生')
    await family.tap(/^奶奶（/)
    await family.tap('明天')
    await family.type('哪个考点', '第一中学')
    await family.tap('去')
    await family.tap('回')
    await family.type('准考证放在哪儿（可不写）', '书包前袋')
    found.push(...(await misfitsOn(family, 'ride')))
    await visitor.shot('ride-what')
    await family.tap('下一步')
    await family.tap('09:00-09:30')
    await family.tap('13:00-13:30')
    found.push(...(await misfitsOn(family, 'two ways')))
    await visitor.shot('ride-when')
    await family.tap('下一步')
    await family.tap('不用钱')
    await family.sees('对不对？')
    found.push(...(await misfitsOn(family, 'ride sentence')))
    await visitor.shot('ride-sentence')
    await family.tap('请社区派人')
    await family.open('看这一单', '这一单')
    await family.sees('回程')
    await visitor.shot('ride-asked')

    await desk.open(/^接送考生 · 周奶奶.*09:30/, '这一单')
    await desk.sees(/^等派.*明天 09:30 前要/)
    await desk.tap('派给…')
    await visitor.shot('ride-riders')
    await desk.answer('派给杨师傅')
    await rider.give('杨师傅')
    await rider.tapOn('纺织厂家属院', '接单')
    await family.sees(/^杨师傅接了，明天 09:00 来/)
    await visitor.shot('ride-in-hand')
    await desk.tap('定备用司机')
    await visitor.shot('ride-backups')
    await desk.answer('请董师傅备用')
    await family.sees('董师傅（等他答应）')
    await rider.give('董师傅')
    await rider.tap('我可以备着')
    await family.sees('董师傅（答应了）')
    await visitor.shot('ride-manned')

    await rider.give('杨师傅')
    await rider.tapOn('纺织厂家属院', '去不了了，转回社区')
    await rider.answer('身体不舒服')
    await rider.answer('去不了了，转回社区')
    await family.sees(/^董师傅接了，明天 09:00 来/)
    found.push(...(await misfitsOn(family, 'who comes')))
    await visitor.shot('ride-taken-over')

    // The next morning he drives, and it was not as agreed.
    await visitor.later(39)
    await rider.give('董师傅')
    await rider.tap('我出发了')
    await family.sees(/^董师傅在路上/)
    await rider.tap('到考点了')
    await rider.answer('送到考点了')
    await family.sees('到考点了。知道了请点一下')
    found.push(...(await misfitsOn(family, 'arrived')))
    await visitor.shot('ride-arrived')
    await family.tap('有话说')
    await family.sees('接送有什么不对？')
    found.push(...(await misfitsOn(family, 'what was wrong')))
    await visitor.shot('ride-wrong')
    await family.answer('来晚了')
    await family.answer('有话说')
    await desk.sees(/^卡住：家里有话说 · 来晚了/)
    await visitor.shot('ride-disputed')
    expect(found).toEqual([])
  }),
)
