import { errand } from '@domain/errand'
import { call } from '@/client/call'

test('a phone outside the stage is nobody’s and says where to open it', async () => {
  await expect(call(errand.mine, {})).rejects.toMatchObject({ code: 'OFFLINE', sentence: '请从模拟台打开' })
})
