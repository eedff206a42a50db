import { neighboursAllowed } from '@domain/neighbour'

const own = { id: 'a', subdistrictId: 's1' }
const others = [
  own,
  { id: 'b', subdistrictId: 's1' },
  { id: 'c', subdistrictId: 's1', helps: false },
  { id: 'd', subdistrictId: 's2' },
  { id: 'e' },
]

test('a community may be helped by the others of its subdistrict that are not kept to themselves', () => {
  expect(neighboursAllowed(own, others)).toEqual(['b'])
})

test('one that is kept to itself, or is of no subdistrict, has no neighbours', () => {
  expect(neighboursAllowed({ ...own, helps: false }, others)).toEqual([])
  expect(neighboursAllowed({ id: 'e' }, others)).toEqual([])
})
