import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'a lunch that nobody near takes is asked wider and wider, in sight of the family, until the desk has it again',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await askForLunch(family, '爸爸', '15:00-15:30')
    await family.tap('回首页')
    await desk.sees(/送饭 · 王大爷/)
    await desk.tapOn(/送饭 · 王大爷/, '换人')
    await desk.answer('附近的师傅')
    await visitor.shot('choose-wave')
    await desk.answer('请大家看看谁顺路')
    await family.sees('正在问附近的师傅')
    await visitor.shot('near')
    await visitor.later()
    await family.sees('正在问整个社区的师傅')
    await visitor.shot('community')
    await visitor.later()
    await family.sees('正在问邻近社区的师傅')
    await visitor.later()
    await family.sees('还没人接，社区在想办法')
    await visitor.shot('risen')
  }),
)
