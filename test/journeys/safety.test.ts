import { writeErrand } from './asking'
import { onStage } from './opened'

const journey = onStage()

test(
  'words that WeChat is not sure of wait for the desk, and the errand goes on',
  journey(async ({ visitor }) => {
    const { family, desk, rider } = visitor
    await writeErrand(family, '修一下门锁 [[review]]', '爸爸', '10:30-11:00')
    await family.tap('请社区派人')
    await family.sees('社区收到了，正在安排。')
    await family.open('看这一单', '这一单')
    await family.sees(/社区看过后，师傅才看得到/)
    await desk.sees(/^要看一眼的/)
    await desk.tapOn(/别的事 · 王大爷 · .* 前/, '派给张师傅')
    await rider.sees(/这段话社区看过后显示/)
    await visitor.shot('words-wait')
    await desk.open(/^要看一眼的/, '要看一眼的')
    await desk.tapOn('微信拿不准', '放行')
    await rider.sees(/修一下门锁/)
    await desk.sees(/^都看过了/)
    await visitor.shot('words-let-through')
    await desk.back()
  }),
)

test(
  'the desk shows its group from inside, and a neighbour from there is one of it',
  journey(async ({ visitor }) => {
    const { family, desk } = visitor
    await desk.open(/^社区的微信群/, '社区的微信群')
    await desk.tapOn('金星社区邻里群', '做一张认群卡片')
    await desk.tap('发到这个群')
    await desk.choose('金星社区邻里群')
    await visitor.openCard('进社区', '李书记')
    await desk.tap('就是这个群')
    await desk.sees(/^认好了/)
    await visitor.shot('group-shown')
    await visitor.openCard('进社区', '王女士')
    await family.tap('就是这个群')
    await family.sees(/^您是从金星社区邻里群来的/)
    await visitor.shot('from-the-group')
  }),
)
