import { onStage } from './opened'

const journey = onStage()

/** A firm's list as its office sends it: other words in the head, one who has moved, one who is new, one number too short. */
const list = [
  '姓名,联系电话,工种,所属企业',
  '张师傅,13900001001,,',
  '陈师傅,13900001002,,小满外卖邻溪二站',
  '彭师傅,13900002950,外卖骑手,小满外卖邻溪站',
  '尤师傅,139000029,外卖骑手,小满外卖邻溪站',
].join('\n')

test(
  'the desk takes a firm’s list in row by row, and the rider says that it is right',
  journey(async ({ visitor }) => {
    const { desk, rider, page } = visitor
    await desk.open(/^底数/, '底数')
    await desk.sees(/^在册 \d+ 人/)
    await visitor.shot('roster')
    await desk.open('导入名单', '导入名单')
    await desk.tap('企业')
    await desk.type('哪一家', '小满外卖')
    const choosing = page.waitForEvent('filechooser')
    await desk.tap('选文件')
    await (await choosing).setFiles({ name: '小满在岗.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
    await desk.sees(/小满在岗\.csv/)
    await desk.open('看一看，先不导', '看一看再导')
    await visitor.shot('roster-columns')
    await desk.tap('列对了，和底数比一比')
    await desk.sees('共 4 行')
    await desk.sees('还有 1 条对不上的没定')
    await desk.tap(/^有问题 1/)
    await desk.sees('电话“139000029”不对')
    await desk.tap(/^对不上 1/)
    await desk.tapOn('陈师傅', '用表里的')
    await desk.misses('还有 1 条对不上的没定')
    await visitor.shot('roster-preview')
    await desk.tap('确认，导入 3 行')
    await desk.sees('都导进底数了')
    await desk.back()
    await desk.back()
    await desk.arrives('底数')

    await desk.type('找人', '彭')
    await desk.tap('找')
    await desk.open(/^彭师傅/, '一人一档')
    await desk.sees(/企业（小满外卖） · 小满在岗\.csv 第 4 行/)
    await desk.tap('看电话（会记下来）')
    await desk.sees('13900002950')
    await visitor.shot('roster-one')
    await desk.back()
    await desk.tap('导出')
    const download = page.waitForEvent('download')
    await desk.answer('导出，记下是我导的')
    expect((await download).suggestedFilename()).toMatch(/底数.*\.xlsx$/)

    await rider.turnTo('我的')
    await rider.open(/^我的登记/, '我的登记')
    await rider.sees('有人把您登记为张师傅，对不对？')
    await rider.sees(/企业（小满外卖）|社区 · /)
    await visitor.shot('roster-mine')
    await rider.tap('对')
    await rider.sees('您确认过')
  }),
)
