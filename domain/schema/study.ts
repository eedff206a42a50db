import { aYear, type Collections } from './rule'

/** 指尖课堂. */
export const study = {
  posts: {
    keeps: { asLongAs: '社区还放着这一课' },
    indexes: [
      { name: 'byFeed', keys: { communityId: 1, state: 1, publishedAt: -1, _id: -1 } },
      { name: 'byDesk', keys: { communityId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byHand', keys: { 'timeline.byId': 1 } },
      { name: 'byDue', keys: { dueAt: 1 } },
    ],
  },
  progress: {
    keeps: { days: aYear, after: 'touchedAt' },
    indexes: [
      { name: 'byPost', keys: { postId: 1, finishedAt: 1 } },
      { name: 'byPerson', keys: { personId: 1, touchedAt: -1, _id: -1 } },
      { name: 'byAge', keys: { touchedAt: 1 } },
    ],
  },
} as const satisfies Collections
