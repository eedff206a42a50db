import type { PropsWithChildren } from 'react'
import { useStart } from '@/client'
import './app.scss'
import { nameRoles } from './components/roles'

nameRoles()

/** The whole product on a phone; every page stands on its own `Screen`. */
export default function App({ children }: PropsWithChildren) {
  useStart()
  return children
}
