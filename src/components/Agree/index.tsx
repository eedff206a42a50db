import { View } from '@tarojs/components'
import { matters, type Matter } from '@domain/consent'
import { go, paths } from '@/client'
import { Button } from '../Button'
import { toggled } from '../Choice'
import { Tick } from '../Tick'
import './index.scss'

interface Props {
  /** What is asked for here; nothing is drawn for what stands already. */
  asked: readonly Matter[]
  ticked: readonly Matter[]
  onTick: (ticked: Matter[]) => void
}

/** 同意: each thing with its own tick, never ticked beforehand, and its text one tap away. */
export function Agree({ asked, ticked, onTick }: Props) {
  return (
    <View className="agree">
      {asked.map(what => (
        <View key={what} className="agree__one">
          <Tick
            label={`看过并同意《${matters[what].title}》`}
            on={ticked.includes(what)}
            onTick={() => onTick(toggled(ticked, what))}
          />
          <Button look="text" onTap={() => go(paths.peopleConsent({ what }))}>
            {`看《${matters[what].title}》`}
          </Button>
        </View>
      ))}
    </View>
  )
}
