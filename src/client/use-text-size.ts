import { nearestScale, textScales, textSize, type TextScale, useTextScale } from '@/components/Screen/text-size'
import { wechat } from '@/wechat'

/** The person's own choice, kept on the phone; absent: WeChat's font setting is followed. */
const chosen = 'textSize'

function wanted(): TextScale {
  const own = textScales.find(({ scale }) => scale === wechat.storage.get(chosen))
  return own?.scale ?? nearestScale(wechat.fontScale())
}

textSize.follows(wanted)
wechat.onPerson(textSize.refresh)
// Who changes WeChat's setting wants that, whatever he chose here before.
wechat.onFontScale(() => {
  wechat.storage.remove(chosen)
  textSize.refresh()
})

/** 字: 标准 · 大 · 特大, as WeChat is set or as the person has chosen here. */
export function useTextSize(): { scale: TextScale; choose(scale: TextScale): void } {
  const choose = (scale: TextScale) => {
    wechat.storage.set(chosen, scale)
    textSize.refresh()
  }
  return { scale: useTextScale(), choose }
}
