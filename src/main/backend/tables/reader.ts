import type { ReaderHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

const features = {
  ...lazily(
    () => import('../../services/papers/reader.ts').then((module) => module.papersReader),
    ['papers.templates', 'papers.list', 'papers.read', 'papers.fields'],
  ),
  ...lazily(
    () => import('../../services/statistics.ts').then((module) => module.statisticsReader),
    ['statistics.catalogue', 'statistics.query', 'statistics.sources', 'codes.lists'],
  ),
  ...lazily(
    () => import('../../services/explore/reader.ts').then((module) => module.exploreReader),
    ['explore.run', 'favourites.list'],
  ),
  ...lazily(
    () => import('../../services/answers/reader.ts').then((module) => module.answersReader),
    ['answers.run', 'figures.list'],
  ),
  ...lazily(
    () => import('../../services/activities/reader.ts').then((module) => module.activitiesReader),
    ['activities.year', 'activities.read', 'activities.choices', 'activities.survey'],
  ),
  ...lazily(
    () => import('../../services/consultations/reader.ts').then((module) => module.consultationsReader),
    [
      'consultations.list',
      'consultations.place',
      'consultations.counts',
      'consultations.warned',
      'consultations.parties',
      'consultations.read',
      'consultations.judge',
    ],
  ),
  ...lazily(
    () => import('../../services/consultations/cases.ts').then((module) => module.casesReader),
    ['cases.find', 'cases.read', 'cases.list', 'cases.mergePreview'],
  ),
  ...lazily(
    () => import('../../services/settings/reader.ts').then((module) => module.settingsReader),
    [
      'settings.codes',
      'settings.codeItem',
      'settings.changes',
      'settings.organisation',
      'settings.values',
      'settings.year',
    ],
  ),
  ...lazily(
    () => import('../../services/intake/profiles.ts').then((module) => module.intakeReader),
    ['intake.profiles', 'intake.receipts'],
  ),
  ...lazily(
    () => import('../../services/collection/reader.ts').then((module) => module.collectionReader),
    ['collection.list', 'collection.parties', 'collection.preview'],
  ),
  ...lazily(() => import('../../services/drafts.ts').then((module) => module.draftsReader), ['drafts.list']),
  ...lazily(() => import('../../services/home/reader.ts').then((module) => module.homeReader), ['home.read']),
  ...lazily(
    () => import('../../services/monthly/reader.ts').then((module) => module.monthlyReader),
    ['monthly.parties', 'monthly.sheet', 'monthly.changes'],
  ),
  ...lazily(
    () => import('../../services/confirming/handlers.ts').then((module) => module.confirmingReader),
    ['confirming.overview', 'confirming.states', 'late.list', 'reports.letter', 'reports.outstanding'],
  ),
  ...lazily(() => import('../../services/check.ts').then((module) => module.checkReader), ['check.run']),
  ...lazily(
    () => import('../../services/history/list.ts').then((module) => module.historyReader),
    ['history.list', 'history.verify'],
  ),
  ...lazily(
    () => import('../../services/history/reader.ts').then((module) => module.historyScreenReader),
    [
      'history.ofRow',
      'history.action',
      'history.search',
      'history.facets',
      'history.undoList',
      'history.undoBlocks',
      'history.clock',
    ],
  ),
}

/** What a reader worker answers: requests of the contract, one spread a feature, each loaded when first asked for. */
// Checked apart from being put together: the compiler cannot do both for so many at once.
export const readerHandlers = features satisfies Partial<ReaderHandlers>

/** Steps of requests that only the backend may ask for. */
export const readerTasks = {
  ...lazily(
    () => import('../../services/collection/reader.ts').then((module) => module.collectionReaderTasks),
    ['collection.prepare'],
  ),
  ...lazily(
    () => import('../../services/papers/reader.ts').then((module) => module.papersReaderTasks),
    ['papers.model'],
  ),
  ...lazily(
    () => import('../../services/records/handlers.ts').then((module) => module.recordsReaderTasks),
    ['records.write'],
  ),
  ...lazily(
    () => import('../../services/confirming/reader.ts').then((module) => module.confirmingReaderTasks),
    ['confirming.count'],
  ),
  ...lazily(
    () => import('../../services/backups.ts').then((module) => module.backupReaderTasks),
    ['backup.make', 'backup.automatic'],
  ),
}
