import { onStage } from './opened'

const journey = onStage()

const home = /^爸爸 · 金星小区 3号楼/
/** So many half hours of the stage's clock. */
const [toAfternoon, toNextMorning, toNextAfternoon] = [10, 38, 10]

test(
  'a lunch that asks for itself: one day another stands in, the next day the regular one comes again',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await family.open(home, '家里老人')
    await family.open(/^定期和常用/, '定期和常用')
    await family.sees('每天 10:30-11:00')
    await visitor.shot('recurring-list')
    await family.open(/^爸爸的午饭，下一次/, '定期')
    await family.sees('接下来两周')
    await visitor.shot('recurring-one')
    await family.button(/，这天不要$/).last().click()
    await family.sees('这天不要')
    await visitor.shot('recurring-skipped')
    await family.tap(/，还是要$/)
    await family.misses('还是要')
    for (let page = 0; page < 3; page += 1) await family.back()

    // Tomorrow somebody else stands in; who usually comes stays who he is.
    await desk.open(/^住户/, '住户')
    await desk.type('找一户', '王大爷')
    await desk.tap('找')
    await desk.open(/^王大爷 · 3号楼/, '家里老人')
    await desk.open(/^替一天/, '替一天')
    await desk.sees('平时是张师傅')
    await desk.sees('第二天照常张师傅')
    await visitor.shot('recurring-stand-in')
    const [, standsIn = ''] = /，(.+)来/.exec(await desk.text(/，.+来$/).first().innerText()) ?? []
    for (let page = 0; page < 3; page += 1) await desk.back()

    // This afternoon tomorrow's lunch is there by itself.
    await visitor.later(toAfternoon)
    await family.sees(/^明天 10:30-11:00/)
    await family.open(/^爸爸的午饭/, '这一单')
    await family.sees('每天')
    await family.sees(`明天由${standsIn}替`)
    await visitor.shot('recurring-made')
    await family.back()
    await desk.tapOn(/送饭 · 王大爷/, '换人')
    await desk.answer(`派给${standsIn}`)
    await rider.give(standsIn)
    await rider.tapOn(/明天 10:30-11:00/, '接单')
    await family.sees(new RegExp(`^${standsIn}接了`))

    // He brings it, and that afternoon the next is asked for: for the regular one.
    await visitor.later(toNextMorning)
    await family.sees(/^今天 10:30-11:00/)
    await visitor.later(toNextAfternoon)
    await desk.tapOn(/送饭 · 王大爷 · 明天/, '换人')
    await desk.answer('派给张师傅')
    await rider.give('张师傅')
    await rider.tapOn(/明天 10:30-11:00/, '接单')
    await visitor.shot('recurring-regular')
    expect(visitor.complaints).toEqual([])
  }),
)
