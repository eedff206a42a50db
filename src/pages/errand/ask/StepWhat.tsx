import { View } from '@tarojs/components'
import { useState, type ComponentType } from 'react'
import type { Kind } from '@domain/errand/record'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { missingWhat } from './answers'
import type { StepProps } from './step'
import { WhatMeal } from './WhatMeal'
import { WhatMedicine } from './WhatMedicine'
import { WhatOther } from './WhatOther'
import { WhatParcel } from './WhatParcel'
import { WhatRide } from './WhatRide'
import { WhatShopping } from './WhatShopping'

const screens: Record<Kind, ComponentType<StepProps>> = {
  meal: WhatMeal,
  medicine: WhatMedicine,
  shopping: WhatShopping,
  parcel: WhatParcel,
  ride: WhatRide,
  other: WhatOther,
}

/** 3. 从哪儿，拿什么？ Each kind asks its own; one goes on when nothing is missing. */
export function StepWhat(props: StepProps) {
  const { answers, answer } = props
  const [told, setTold] = useState(false)
  const missing = missingWhat(answers)
  const What = screens[answers.kind ?? 'other']
  return (
    <View className="ask__list">
      <What {...props} />
      {told && missing && <Notice tone="waiting">{missing}</Notice>}
      <Button onTap={() => (missing ? setTold(true) : answer({}))}>下一步</Button>
    </View>
  )
}
