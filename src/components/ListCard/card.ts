import { useState } from 'react'
import type { IconName } from '@/theme/icon-name'
import type { Tone } from '../Tag'

/** What a card in a list says; words are made by the page. One object, because WeChat is sent it as one. */
export interface Card {
  id: string
  icon: IconName
  /** What and when. */
  title: string
  /** Where, as far as the viewer may know. */
  place?: string
  lines?: string[]
  /** 怎么样了, as a sentence: 等书记派单 · 12 分钟. */
  standing: string
  tone: Tone
  /** A time at the right of the title: 10:30 前. */
  at?: string
  /** The one main button. */
  action?: string
  /** One link beneath it: 这次不行. */
  quiet?: string
  /** The action is under way; taps on it are swallowed. */
  busy?: boolean
}

export interface ListCardProps {
  card: Card
  /** The card was tapped: its page. */
  onOpen?: (id: string) => void
  /** The main button. */
  onAct?: (id: string) => void
  /** The quiet link. */
  onQuiet?: (id: string) => void
}

/** The same object for as long as it says the same, so that a list that is drawn again sends only the cards that changed. */
export function useSteady(card: Card): Card {
  const said = JSON.stringify(card)
  const [kept, keep] = useState({ said, card })
  if (kept.said === said) return kept.card
  keep({ said, card })
  return card
}
