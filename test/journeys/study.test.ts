import type { Handset } from './handset'
import { onStage } from './opened'

const journey = onStage()

/** 写一课: three cards for the neighbours' group, kept as a draft. */
async function write(desk: Handset, title: string): Promise<void> {
  await desk.tap(/^金星社区邻里群/)
  await desk.type('标题', title)
  await desk.tap('再加一页')
  await desk.tap('再加一页')
  for (const [at, heading] of ['先看', '再想', '去做'].entries()) {
    await desk.type(`第 ${at + 1} 页的标题`, heading)
    await desk.type('内容', `${heading}，三分钟。`, at)
  }
  await desk.tap('看看样子')
  await desk.tap('存草稿')
}

test(
  'a lesson goes into the group, and its reader goes on where he stopped on another phone',
  journey(async ({ visitor }) => {
    const { desk, family, rider } = visitor
    await desk.open(/^写一课/, '写一课')
    await write(desk, '出门前看三处')
    await desk.tap('现在发')
    await visitor.shot('lesson-sent')
    await desk.tap('发到群里')
    await desk.choose('金星社区邻里群')
    await desk.sees(/发过/)
    await visitor.openCard('出门前看三处', '王女士')
    await family.sees('第 1 页 · 共 3 页 · 三分钟')
    await family.tap('下一页')
    await family.sees('再想，三分钟。')
    await visitor.shot('reading')

    await rider.give('王女士')
    await rider.turnTo('学习')
    await rider.open(/^出门前看三处/, '指尖课堂')
    await rider.sees('上次看到第 2 页，接着看')
    await rider.sees('再想，三分钟。')
    await visitor.shot('resumed')
    await rider.tap('下一页')
    await rider.tap('看完了')
    await rider.sees('看完了，谢谢您')
  }),
)

test(
  'the clock sends a lesson once at its half hour',
  journey(async ({ visitor }) => {
    const { desk, rider } = visitor
    await desk.tap('再写一课')
    await write(desk, '高峰前三分钟')
    await desk.tap('定时发')
    await visitor.shot('schedule')
    await desk.answer('午高峰前 10:30')
    await desk.answer('定在今天 10:30 发')
    await desk.sees('今天 10:30 自动发出')
    await rider.back()
    await rider.sees('出门前看三处')
    expect(await rider.text('高峰前三分钟').count()).toBe(0)
    await visitor.later()
    await rider.sees('高峰前三分钟')
    await visitor.later()
    await desk.sees(/^今天 10:3\d 发出$/)
    expect(await rider.text('高峰前三分钟').count()).toBe(1)
    await visitor.shot('published')
  }),
)

test(
  'the desk reads numbers from five people up and none below',
  journey(async ({ visitor }) => {
    const { desk } = visitor
    await desk.tap('去看所有的课')
    await desk.arrives('管课堂')
    await desk.tapOn('出门前看三处', /^多少人看过/)
    await desk.sees('打开过的人还不多 · 看完的人还不多')
    await desk.tapOn('班前三分钟：今天路上留心三件事', /^多少人看过/)
    await desk.sees(/^打开过 \d+ 人 · 看完的人还不多$/)
    await visitor.shot('counts')
  }),
)
