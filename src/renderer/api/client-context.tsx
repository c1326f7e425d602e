import { createContext, type ReactNode, useContext } from 'react'
import type { Client } from '../../shared/contract/client.ts'

const ClientContext = createContext<Client | null>(null)

export function ClientProvider(props: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={props.client}>{props.children}</ClientContext>
}

/** The one client of the window. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (!client) throw new Error('no client: ClientProvider is missing')
  return client
}
