import type { ComponentType } from 'react'
import type { Declared } from '@domain/rider/record'
import { Choice, toggled } from '@/components/Choice'
import type { FactName } from '../words'
import { Areas } from './Areas'
import { CertificateChoice } from './CertificateChoice'
import { capOptions, moneyOptions, skillOptions, vehicleOptions } from './choices'
import { HoursChoice } from './HoursChoice'
import { Neighbours } from './Neighbours'
import { QuietChoice } from './QuietChoice'

/** What a question gets: what he has said so far, and a way to say something else. */
export interface QuestionProps {
  communityId: string
  said: Partial<Declared>
  put: (some: Partial<Declared>) => void
}

export const titles: Record<FactName, string> = {
  areas: '常路过哪些小区？',
  neighbours: '还路过哪些社区？',
  hours: '什么时候方便？',
  vehicle: '您怎么来？',
  skills: '还会什么？',
  certificates: '有哪些证？',
  advances: '愿意垫钱吗？',
  quiet: '几点不打扰您？',
  weeklyCap: '一周最多请您几次？',
}

/** Each thing that a rider says of himself, asked for in the same way when he applies and later. */
export const screens: Record<FactName, ComponentType<QuestionProps>> = {
  areas: ({ communityId, said, put }) => (
    <Areas communityId={communityId} chosen={said.areas ?? []} onChange={areas => put({ areas })} />
  ),
  neighbours: ({ communityId, said, put }) => (
    <Neighbours communityId={communityId} chosen={said.neighbours ?? []} onChange={neighbours => put({ neighbours })} />
  ),
  hours: ({ said, put }) => <HoursChoice hours={said.hours ?? []} onChange={hours => put({ hours })} />,
  vehicle: ({ said, put }) => (
    <Choice
      ariaLabel={titles.vehicle}
      options={vehicleOptions}
      chosen={said.vehicle}
      onChoose={vehicle => put({ vehicle })}
    />
  ),
  skills: ({ said: { skills = [] }, put }) => (
    <Choice
      ariaLabel={titles.skills}
      options={skillOptions}
      chosen={skills}
      onChoose={skill => put({ skills: toggled(skills, skill) })}
    />
  ),
  certificates: ({ said, put }) => (
    <CertificateChoice certificates={said.certificates ?? []} onChange={certificates => put({ certificates })} />
  ),
  quiet: ({ said, put }) => <QuietChoice quiet={said.quiet ?? 'trade'} onChange={quiet => put({ quiet })} />,
  weeklyCap: ({ said: { weeklyCap = 0 }, put }) => (
    <Choice
      look="chips"
      ariaLabel={titles.weeklyCap}
      options={capOptions}
      chosen={String(weeklyCap)}
      onChoose={most => put({ weeklyCap: Number(most) })}
    />
  ),
  advances: ({ said: { advances }, put }) => (
    <Choice
      ariaLabel={titles.advances}
      options={moneyOptions}
      chosen={advances === undefined ? undefined : advances ? 'yes' : 'no'}
      onChoose={choice => put({ advances: choice === 'yes' })}
    />
  ),
}
