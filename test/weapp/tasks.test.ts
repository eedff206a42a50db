import { study } from '@domain/study'
import { a } from '../cloudfunctions/town'
import { changedFrom, keep, type Row } from './bench'
import { tasks } from './tasks'
import { live } from './town'

const living = live()
/** The order of two answers moves what is sent; beyond this somebody should know: `npm run bench:client`. */
const tolerance = 0.1

let done: Row[] = []
beforeAll(async () => {
  const cards = ['一', '二'].map(heading => ({ heading, body: '三分钟看完' }))
  const desk = living.town.as('desk')
  const lesson = await desk(study.write, { communityId: a, groupId: `${a}-g1`, title: '用电安全', cards })
  await desk(study.send, { id: lesson.id })
  done = await tasks(living, lesson.id)
  keep(done)
})

test('what each task asks of the cloud is what the kept table says', () => {
  expect(done).toHaveLength(7)
  expect(changedFrom(done, tolerance)).toEqual([])
})
