import { fails, type Case, type Family } from './case'

const cases: Case[] = [
  {
    name: 'a function answers what it returns',
    source: 'official',
    act: ({ call }) => call('echo', 'r1', { a: [1, { b: '桂花' }] }),
    expect: expect.objectContaining({ a: [1, { b: '桂花' }] }),
  },
  {
    name: 'a function that returns nothing answers null',
    source: 'official',
    act: ({ call }) => call('nothing', 'r1', {}),
    expect: null,
  },
  {
    name: 'callFunction answers the result of another function',
    source: 'official',
    act: async ({ sdk }) => (await sdk.callFunction({ name: 'echo', data: { a: 1 } })).result,
    expect: expect.objectContaining({ a: 1 }),
  },
  {
    name: 'callFunction without data sends an empty event',
    source: 'SDK source',
    act: async ({ sdk }) => (await sdk.callFunction({ name: 'kind' })).result,
    expect: 'object',
  },
  {
    name: 'callFunction through three functions answers through all',
    source: 'official',
    act: ({ call }) => call('through', 'r1', { left: 3 }),
    expect: 0,
  },
  {
    name: 'a function called by a function runs for the same person',
    source: 'measured',
    act: ({ call }) => call('outer', 'r1', {}),
    expect: expect.objectContaining({ OPENID: 'r1', SOURCE: 'wx_client,scf' }),
  },
  {
    name: 'what a function throws reaches the function that called it, without the number',
    source: 'measured',
    act: async ({ sdk }) => sdk.callFunction({ name: 'broken' }),
    expect: fails(-1, 'the kettle is broken'),
  },
  {
    name: 'what a function throws reaches the phone as -504002',
    source: 'official',
    act: ({ call }) => call('broken', 'r1', {}),
    expect: fails(-504002, 'the kettle is broken'),
  },
  {
    name: 'a function that is not there is a failure',
    source: 'unverified',
    act: async ({ sdk }) => sdk.callFunction({ name: 'nobody' }),
    expect: { errCode: expect.any(Number), words: expect.stringContaining('nobody') },
  },
  {
    name: 'a result of more than a megabyte is refused to the phone',
    source: 'SDK source',
    act: ({ call }) => call('big', 'r1', {}),
    expect: fails(-604001),
  },
  {
    name: 'an event of more than 100 KB is refused',
    source: 'official',
    act: ({ call }) => call('nothing', 'r1', { text: 'x'.repeat(100 * 1024) }),
    expect: fails(-501001, 'EXCEED_MAX_PAYLOAD_SIZE'),
  },
]

/** 云函数: calls, nested calls and their failures. Locally only: they need functions deployed under these names. */
export const functions: Family = { name: 'functions', runs: 'locally', cases }
