import { useState } from 'react'
import { Navigate, NavLink, useNavigate, useParams } from 'react-router'
import type { RequestOutput } from '../../../shared/contract/contract.ts'
import { dayInJapan } from '../../../shared/time/japan.ts'
import { settingsWords as words } from '../../../shared/words/settings.ts'
import { useRequest } from '../../api/queries.ts'
import { useSession } from '../../api/session.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Loading } from '../../ui/patterns.tsx'
import { Select } from '../../ui/select.tsx'
import { AgesSection } from './ages-section.tsx'
import { CodesSection } from './codes-section.tsx'
import { PartiesSection } from './parties-section.tsx'
import { PlacesSection } from './places-section.tsx'
import { ProgrammesSection } from './programmes-section.tsx'
import { RulesSection } from './rules-section.tsx'
import { StaffSection } from './staff-section.tsx'
import { ValuesSection } from './values-section.tsx'
import { YearSection } from './year/year-section.tsx'
import './settings.css'

type Codes = RequestOutput<'settings.codes'>
type Organisation = RequestOutput<'settings.organisation'>

const organisationSections = ['parties', 'programmes', 'venues', 'departments', 'rules', 'staff'] as const

/** 設定: what is chosen from, who reports, and the change of year; a chooser at the left, the work beside it. */
export function SettingsScreen() {
  const { section = 'year', list } = useParams()
  const { ledger } = useSession()
  const codes = useRequest('settings.codes', {})
  const organisation = useRequest('settings.organisation', {})
  const isReadOnly = ledger.readOnly !== null
  const failed = codes.error ?? organisation.error
  const path = list === undefined ? section : `${section}/${list}`
  return (
    <>
      <div className="head">
        <h1>{words.title}</h1>
        <span className="sub">{isReadOnly ? words.readOnly : words.lead}</span>
      </div>
      <div className="settings">
        {codes.data && <Chooser codes={codes.data} path={path} />}
        {failed !== null && (
          <div className="scroll-body">
            <ErrorNotice error={failed} />
          </div>
        )}
        {failed === null && !(codes.data && organisation.data) && (
          <div className="scroll-body">
            <Loading>{words.loading}</Loading>
          </div>
        )}
        {codes.data && organisation.data && (
          <Work
            key={path}
            section={section}
            list={list ?? null}
            codes={codes.data}
            organisation={organisation.data}
            isReadOnly={isReadOnly}
          />
        )}
      </div>
    </>
  )
}

interface Place {
  readonly path: string
  readonly label: string
}

function placesOf(codes: Codes): readonly { readonly label: string; readonly places: readonly Place[] }[] {
  const { sections, groups } = words
  return [
    { label: groups.year, places: [{ path: 'year', label: sections.year }] },
    {
      label: groups.organisation,
      places: organisationSections.map((path) => ({ path, label: sections[path] })),
    },
    { label: groups.city, places: [{ path: 'city', label: sections.city }] },
    {
      label: groups.codes,
      places: [
        ...codes.lists.map(({ code, label }) => ({ path: `codes/${code}`, label })),
        { path: 'ages', label: sections.ages },
      ],
    },
  ]
}

/** The kinds of settings, at the left; one field above the work where there is no room. */
function Chooser({ codes, path }: { readonly codes: Codes; readonly path: string }) {
  const navigate = useNavigate()
  const groups = placesOf(codes)
  return (
    <>
      <nav className="set-chooser" aria-label={words.chooser}>
        {groups.map(({ label, places }) => (
          <div key={label}>
            {places.length > 1 && <p className="set-group">{label}</p>}
            <ul>
              {places.map((place) => (
                <li key={place.path}>
                  <NavLink
                    to={`/settings/${place.path}`}
                    {...(place.path === path ? { 'aria-current': 'page' } : {})}
                  >
                    {place.label}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="set-narrow">
        <span className="k">{words.chooser}</span>
        <Select
          label={words.chooser}
          look="bar"
          choices={groups.flatMap(({ places }) =>
            places.map((place) => ({ value: place.path, label: place.label })),
          )}
          value={path}
          onChange={(next) => void navigate(`/settings/${next}`)}
        />
      </div>
    </>
  )
}

function Work(props: {
  readonly section: string
  readonly list: string | null
  readonly codes: Codes
  readonly organisation: Organisation
  readonly isReadOnly: boolean
}) {
  const { organisation, codes, isReadOnly } = props
  const [today] = useState(() => dayInJapan(new Date()))
  const shared = { organisation, today, isReadOnly }
  switch (props.section) {
    case 'year':
      return <YearSection today={today} isReadOnly={isReadOnly} />
    case 'parties':
      return <PartiesSection {...shared} />
    case 'programmes':
      return <ProgrammesSection {...shared} />
    case 'venues':
      return <PlacesSection kind="venue" places={organisation.venues} today={today} isReadOnly={isReadOnly} />
    case 'departments':
      return (
        <PlacesSection
          kind="department"
          places={organisation.departments}
          today={today}
          isReadOnly={isReadOnly}
        />
      )
    case 'rules':
      return <RulesSection {...shared} />
    case 'staff':
      return <StaffSection staff={organisation.staff} today={today} isReadOnly={isReadOnly} />
    case 'city':
      return <ValuesSection isReadOnly={isReadOnly} />
    case 'ages':
      return <AgesSection ageBands={codes.ageBands} isReadOnly={isReadOnly} />
    default: {
      const list = codes.lists.find(({ code }) => props.section === 'codes' && code === props.list)
      if (list === undefined) return <Navigate to="/settings/year" replace />
      return <CodesSection list={list} lists={codes.lists} isReadOnly={isReadOnly} />
    }
  }
}
