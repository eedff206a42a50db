import type { Card, Outside } from '../outside'
import type { OpenPage } from '../runtime/pages'
import { answering, text } from './answer'

/** How long WeChat waits for a card that is promised; then it sends the one that was offered. */
const patienceMs = 3000

type Offered = Readonly<Record<string, unknown>>
const isOffered = (value: unknown): value is Offered => typeof value === 'object' && value !== null

/** 转发: the card that the page on top offers is sent, a live one where the menu was told of an activity. */
export function openShare(outside: Outside, titleOf: (route: string) => string) {
  let told: Pick<Card, 'activity' | 'ticket'> = {}

  async function awaited(offered: Offered): Promise<Offered> {
    const { promise } = offered
    if (!isOffered(promise)) return offered
    const late = new Promise<Offered>(done => setTimeout(() => done(offered), patienceMs))
    const card: unknown = await Promise.race([promise, late]).catch(() => offered)
    return isOffered(card) ? { ...offered, ...card } : offered
  }

  return {
    api: {
      // The stage draws no menu: only what is sent from it is played.
      showShareMenu: answering('showShareMenu', () => undefined),
      updateShareMenu: answering('updateShareMenu', ({ isUpdatableMessage, activityId, withShareTicket }) => {
        told = {
          ...(isUpdatableMessage === true ? { activity: text(activityId) } : {}),
          // iOS loses the ticket when the card is said to be no live one.
          ...(withShareTicket === true && isUpdatableMessage !== false ? { ticket: true } : {}),
        }
        return undefined
      }),
    },
    /** @throws Error when the page offers no card: WeChat would send a screenshot of it */
    async send(page: OpenPage, from: 'button' | 'menu'): Promise<void> {
      const offered = page.tell('onShareAppMessage', { from })
      if (!isOffered(offered)) throw new Error(`${page.route} offers no card: WeChat would send a screenshot of it`)
      const { title = titleOf(page.route), path = `/${page.route}`, imageUrl } = await awaited(offered)
      const card: Card = { title: text(title), path: text(path) }
      outside.share({ ...card, ...(imageUrl ? { picture: text(imageUrl) } : {}), ...told })
    },
  }
}
