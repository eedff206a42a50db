import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import { titleOf } from '@domain/errand/title'
import { dotted, phrase } from '@domain/line'
import { Icon } from '@/components/Icon'
import { needWords } from './board'

interface Props {
  errand: Errand
  now: number
  onOpen: () => void
}

/** `送饭 · 王大爷 · 3号楼 · 10:30 前`, and what; a tap opens the errand with its story. */
export function DeskHead({ errand, now, onOpen }: Props) {
  return (
    <View className="desk-head" onClick={onOpen} hoverClass="pressed" ariaRole="button">
      <View className="desk-head__words">
        <View className="desk-head__title">{dotted(titleOf(errand, 'desk'), needWords(errand, now))}</View>
        {errand.what && <View className="desk-head__what">{dotted(errand.what, phrase(errand.stairs ?? ''))}</View>}
        {errand.urgent && <View className="desk-head__what">{`急：${errand.urgent}`}</View>}
      </View>
      <Icon name="chevron-right" />
    </View>
  )
}
