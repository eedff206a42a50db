import { View } from '@tarojs/components'
import { useState } from 'react'
import { Failure } from '@domain/failure'
import { household } from '@domain/household'
import { fridgeSheet } from '@domain/household/sheet'
import { people } from '@domain/people'
import { call, useParams, useQuery } from '@/client'
import { Button } from '@/components/Button'
import { FailureLine } from '@/components/ErrandActions'
import { Screen } from '@/components/Screen'
import { openDocument } from '@/wechat/document'
import { Asked } from '../Asked'
import './sheet.scss'

/** 冰箱贴 as it will be printed, and the way to print it: the phone's own viewer opens it and sends it on. */
export default function HouseholdSheet() {
  const { id } = useParams()
  const asked = useQuery(household.one, id ? { id } : null)
  const communityId = asked.data?.communityId
  const community = useQuery(people.community, communityId ? { id: communityId } : null)
  const [failure, setFailure] = useState<Failure>()
  const open = async () => {
    setFailure(undefined)
    try {
      const { url, name } = await call(household.sheet, { id: id ?? '' })
      await openDocument(url, name)
    } catch (fault) {
      setFailure(fault instanceof Failure ? fault : new Failure('BROKEN'))
    }
  }
  return (
    <Screen>
      <Asked id={id} asked={asked.data ? community : { ...asked, data: undefined }}>
        {found => {
          const sheet = fridgeSheet(found, asked.data?.regularRider)
          return (
            <>
              <View className="fridge">
                <View className="fridge__call">{sheet.call}</View>
                <View className="fridge__call">{sheet.number}</View>
                {sheet.rules.map(rule => (
                  <View key={rule} className="fridge__rule">
                    {rule}
                  </View>
                ))}
                <View className="fridge__photo">照片</View>
                <View className="fridge__rule">{sheet.regular}</View>
                <View className="fridge__desk">{sheet.desk}</View>
                <View className="fridge__foot">{sheet.foot}</View>
              </View>
              <Button icon="send" onTap={open}>
                打开，转给人打印
              </Button>
              <FailureLine failure={failure} />
            </>
          )
        }}
      </Asked>
    </Screen>
  )
}
