import { View } from '@tarojs/components'
import { fieldNames, sourceWords, type Claim } from '@domain/roster/claim'
import type { Told } from '@domain/roster/worker'
import { dateWord } from '@domain/time'
import { Fold } from '@/components/Fold'
import { asideWord, valueWord } from '../words'

/** One field: what stands, where it comes from; and folded, everything else that was said. */
export function ToldField({ told: { field, value, claims } }: { told: Told }) {
  const stands = claims.find(claim => claim.value === value && claim.aside === undefined) ?? claims[0]
  const others = claims.filter(claim => claim !== stands)
  const differs = others.some(claim => claim.value !== value)
  return (
    <View className="roster-told">
      <View className="roster-why">{fieldNames[field]}</View>
      <View className="roster-value">{valueWord(field, value)}</View>
      {stands && <View className="roster-line">{sourceLine(stands)}</View>}
      {others.length > 0 && (
        <Fold title={differs ? '别处写的不一样' : '也这么写的'} count={others.length}>
          {others.map((claim, i) => (
            <View key={`${claim.body} ${claim.at} ${i}`} className="roster-line">
              {[valueWord(field, claim.value), sourceLine(claim), asideWord(claim)].filter(Boolean).join(' · ')}
            </View>
          ))}
        </Fold>
      )}
    </View>
  )
}

const sourceLine = (claim: Claim): string => `${sourceWords(claim)} · ${dateWord(claim.at)}`
