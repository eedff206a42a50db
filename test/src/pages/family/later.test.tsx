import { fireEvent, render, screen } from '@testing-library/react'
import { Later } from '@/pages/tab/home/Later'
import * as homes from '@/pages/tab/home/homes'

const fetchHomes = jest.fn<Promise<typeof homes>, []>()
jest.mock('@/pages/tab/home/fetched', () => ({ heldHomes: () => undefined, fetchHomes: () => fetchHomes() }))

const drawn = (quiet: boolean) => render(<Later quiet={quiet}>{({ desk }) => `the home of ${desk.name}`}</Later>)

test('a home that could not be fetched says so, and comes with the next try', async () => {
  fetchHomes.mockRejectedValueOnce(new Error('loadSubPackage:fail')).mockResolvedValueOnce(homes)
  drawn(false)
  expect(screen.getByText('正在打开…')).toBeTruthy()
  await screen.findByText('网络太慢，没等到回音，再试一次')
  fireEvent.click(screen.getByText('再试一次'))
  await screen.findByText('the home of DeskHome')
  expect(fetchHomes).toHaveBeenCalledTimes(2)
})

test('what nobody waits for leaves its place empty until it is here', async () => {
  fetchHomes.mockResolvedValueOnce(homes)
  const { container } = drawn(true)
  expect(container.textContent).toBe('')
  await screen.findByText('the home of DeskHome')
})
