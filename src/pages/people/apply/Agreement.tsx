import { View } from '@tarojs/components'
import { Choice } from '@/components/Choice'
import { Field } from '@/components/Field'

interface Props {
  agreed: boolean
  error?: string
  onChange: (agreed: boolean) => void
}

/** What both sides promise, short enough to be read standing. */
const promises = [
  '不收跑腿费，也不收东西。',
  '接了去不了，点一下转回社区，不扣什么。',
  '门牌和电话只为这一单用，看过家里会知道。',
  '到门口先说口令，不进屋，不碰银行卡和密码。',
  '您的名字、行当、公司和电话只给社区看；有单在手时，那家人看得到称呼和电话。不想做了，打个电话说一声就行。',
] as const

/** 说明: five sentences and a tick. */
export function Agreement({ agreed, error, onChange }: Props) {
  return (
    <Field label="先说好" error={error}>
      <View className="apply-promises">
        {promises.map(promise => (
          <View key={promise} className="apply-promise">
            {promise}
          </View>
        ))}
      </View>
      <Choice
        ariaLabel="看过了"
        options={[{ value: 'agreed', label: '看过了，就这么办' }]}
        chosen={agreed ? ['agreed'] : []}
        onChoose={() => onChange(!agreed)}
      />
    </Field>
  )
}
