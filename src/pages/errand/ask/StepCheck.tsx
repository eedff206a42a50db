import { Text, View } from '@tarojs/components'
import { failures } from '@domain/failure'
import { Agree } from '@/components/Agree'
import { Button } from '@/components/Button'
import { Notice } from '@/components/Notice'
import { refusal } from './answers'
import { sentenceOf } from './sentence'
import { Tick } from './Tick'
import type { Asking } from './use-asking'

/** 6. 对不对？ One sentence; a tap on a part leads to its question and back. */
export function StepCheck({ asking }: { asking: Asking }) {
  const { answers, now, put, byPhone, asked, agreed, agree, submit } = asking
  const { busy, failure } = asking.sending
  const isAgreed = asked.every(what => agreed.includes(what))
  const refused = refusal(answers, byPhone, now) ?? (isAgreed ? undefined : 'AGREE_FIRST')
  return (
    <View className="ask__list">
      <View className="ask__sentence">
        {sentenceOf(answers, now).map(({ words, step }, index) =>
          step ? (
            <Text key={index} className="ask__part" onClick={() => put({ step, checking: true })} ariaRole="button">
              {words}
            </Text>
          ) : (
            <Text key={index}>{words}</Text>
          ),
        )}
      </View>
      <View className="ask__hint">点一下画线的字，可以改</View>
      {!byPhone && <Tick label="有进展用微信告诉我" on={answers.tell} onTick={tell => put({ tell })} />}
      <Agree asked={asked} ticked={agreed} onTick={agree} />
      {refused && (
        <Notice tone="waiting">{refused === 'BAD_INPUT' ? '还有没填的，点一下画线的字' : failures[refused]({})}</Notice>
      )}
      {failure && <Notice tone="stuck">{`没发出去，您填的都在。再试一次。${failure.sentence}`}</Notice>}
      <Button busy={busy} disabled={refused !== undefined} onTap={submit}>
        {byPhone ? '记好了' : '请社区派人'}
      </Button>
    </View>
  )
}
