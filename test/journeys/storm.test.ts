import { askForLunch } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'rain: the desk stops the whole community with one tap, everybody reads it, and another tap goes on',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await askForLunch(family, '爸爸', '15:00-15:30')
    await family.tap('回首页')
    await desk.sees(/送饭 · 王大爷/)
    await desk.open('天气和时间', '天气和时间')
    await visitor.shot('weather')
    await desk.tap('全社区停一停')
    await desk.sees(/^暴雨，停到今天/)
    await family.sees(/^天气不好（暴雨），社区停一停/)
    await visitor.shot('stopped')
    await desk.back()
    await desk.sees(/^天气停派：暴雨/)
    await visitor.shot('stopped-home')
    await desk.tap('恢复派单')
    await desk.misses(/^天气停派：暴雨/)
    await family.sees('社区收到了，正在安排')
    await visitor.shot('going-on')
  }),
)
