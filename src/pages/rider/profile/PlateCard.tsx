import { View } from '@tarojs/components'
import { useState } from 'react'
import { rider } from '@domain/rider'
import { useAction } from '@/client'
import { Button } from '@/components/Button'
import { Card } from '@/components/Card'
import { FailureLine } from '@/components/ErrandActions/FailureLine'
import { Field } from '@/components/Field'
import { Sheet } from '@/components/Sheet'

/** 车牌: told to a family while he has its errand, and to nobody else. */
export function PlateCard({ plate = '' }: { plate?: string | undefined }) {
  const edit = useAction(rider.edit)
  const [editing, setEditing] = useState(false)
  const [typed, setTyped] = useState(plate)
  const save = async () => {
    if (await edit.run({ plate: typed.trim() })) setEditing(false)
  }
  return (
    <Card>
      <View className="rider-fact">
        <View className="rider-fact__words">
          <View className="rider-line">车牌</View>
          <View className="rider-words">{plate || '没说'}</View>
        </View>
        <Button look="quiet" inline ariaLabel="改车牌" onTap={() => setEditing(true)}>
          改
        </Button>
      </View>
      {editing && (
        <Sheet
          open
          title="车牌是多少？"
          onClose={() => setEditing(false)}
          foot={
            <Button busy={edit.busy} onTap={save}>
              就这样
            </Button>
          }
        >
          <Field
            label="车牌"
            hint="您接了谁家的单，谁家才看得到；不写就空着"
            placeholder="贵B12345"
            value={typed}
            maxLength={12}
            onInput={setTyped}
          />
          <FailureLine failure={edit.failure} />
        </Sheet>
      )}
    </Card>
  )
}
