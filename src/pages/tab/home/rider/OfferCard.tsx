import { View } from '@tarojs/components'
import type { Errand } from '@domain/errand/record'
import { standing } from '@domain/errand/standing'
import { titleOf } from '@domain/errand/title'
import { dotted } from '@domain/line'
import { windowWords } from '@domain/time'
import { go, paths } from '@/client'
import { Card } from '@/components/Card'
import { ErrandActions, loadWords, placeWords, type ActingVerb, type ErrandActing } from '@/components/ErrandActions'
import { Icon } from '@/components/Icon'
import './calm.scss'

interface Props {
  errand: Errand
  acting: ErrandActing
  loud: boolean
  /** Only these may be tapped on the card. */
  verbs?: readonly ActingVerb[]
}

/** An errand he is asked about, by name or with everybody; a tap opens it. */
export function OfferCard({ errand, acting, loud, verbs }: Props) {
  const { id, when } = errand
  const open = () => void go(paths.errandOne({ id }))
  return (
    <Card>
      <View className="rider-offer" onClick={open} hoverClass="pressed" ariaRole="button">
        <View className="rider-offer__words">
          <View className="rider-title">{placeWords(errand)}</View>
          <View className="rider-line">{dotted(titleOf(errand, 'rider'), loadWords(errand))}</View>
          {when && <View className="rider-line rider-line--strong">{windowWords(when, acting.now)}</View>}
          {errand.my.includes('backup') && (
            <View className="rider-line">{standing(errand, 'rider', acting.now).words}</View>
          )}
        </View>
        <Icon name="chevron-right" />
      </View>
      <View className={loud ? 'rider-act' : 'rider-act home-calm'}>
        <ErrandActions errand={errand} side="rider" acting={acting} compact {...(verbs && { verbs })} />
      </View>
    </Card>
  )
}
