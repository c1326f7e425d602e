import type { WriterHandlers } from '../../services/contexts.ts'
import { lazily } from './lazily.ts'

const features = {
  ...lazily(
    () => import('../../services/papers/writer.ts').then((module) => module.papersWriter),
    ['papers.create', 'papers.changeSettings', 'papers.edit', 'papers.remove'],
  ),
  ...lazily(
    () => import('../../services/activities/writer.ts').then((module) => module.activitiesWriter),
    [
      'activities.create',
      'activities.save',
      'activities.withdrawState',
      'activities.remove',
      'activities.createSeries',
      'activities.changeSeries',
    ],
  ),
  ...lazily(
    () => import('../../services/consultations/writer.ts').then((module) => module.consultationsWriter),
    ['consultations.create', 'consultations.change', 'consultations.remove'],
  ),
  ...lazily(
    () => import('../../services/consultations/cases.ts').then((module) => module.casesWriter),
    [
      'cases.close',
      'cases.reopen',
      'cases.changeEpisode',
      'cases.merge',
      'cases.linkHousehold',
      'cases.setBeforeLedger',
      'cases.addEarlier',
    ],
  ),
  ...lazily(
    () => import('../../services/drafts.ts').then((module) => module.draftsWriter),
    ['drafts.keep', 'drafts.forget'],
  ),
  ...lazily(
    () => import('../../services/reports/writer.ts').then((module) => module.reportsWriter),
    ['reports.move'],
  ),
  ...lazily(
    () => import('../../services/confirming/handlers.ts').then((module) => module.confirmingWriter),
    [
      'confirming.reopen',
      'submissions.record',
      'submissions.needAgain',
      'submissions.submitAgain',
      'submissions.withdraw',
      'late.take',
      'late.dismiss',
    ],
  ),
  ...lazily(
    () => import('../../services/answers/writer.ts').then((module) => module.answersWriter),
    ['figures.record', 'figures.remove'],
  ),
  ...lazily(
    () => import('../../services/explore/writer.ts').then((module) => module.exploreWriter),
    ['favourites.keep', 'favourites.rename', 'favourites.remove', 'favourites.move'],
  ),
  ...lazily(
    () => import('../../services/monthly/writer.ts').then((module) => module.monthlyWriter),
    ['monthly.save', 'monthly.declareZero', 'monthly.setItems'],
  ),
  ...lazily(
    () => import('../../services/history/writer.ts').then((module) => module.historyWriter),
    ['history.undo', 'history.redo', 'history.putBack'],
  ),
  ...lazily(
    () => import('../../services/settings/writer.ts').then((module) => module.settingsWriter),
    [
      'settings.saveItem',
      'settings.orderItems',
      'settings.mergeItem',
      'settings.saveBands',
      'settings.retire',
      'settings.remove',
      'settings.saveParty',
      'settings.succeedParty',
      'settings.saveForm',
      'settings.switchMode',
      'settings.saveProgramme',
      'settings.savePlace',
      'settings.saveRule',
      'settings.saveStaff',
      'settings.orderStaff',
      'settings.saveValue',
      'settings.beginYear',
    ],
  ),
  ...lazily(
    () => import('../../services/check-acknowledge.ts').then((module) => module.checkWriter),
    ['check.acknowledge', 'check.withdrawAcknowledgement'],
  ),
  ...lazily(
    () => import('../../services/collection/writer.ts').then((module) => module.collectionWriter),
    ['collection.withdraw'],
  ),
  ...lazily(
    () => import('../../services/intake/profiles.ts').then((module) => module.profilesWriter),
    ['intake.saveProfile', 'intake.removeProfile'],
  ),
  ...lazily(() => import('../../services/staff.ts').then((module) => module.staffWriter), ['staff.add']),
}

/** What the writer worker answers: every request of the contract that changes the ledger. */
export const writerHandlers: WriterHandlers = features

/** Steps of requests that only the backend may ask for. */
export const writerTasks = {
  ...lazily(
    () => import('../../services/confirming/writer.ts').then((module) => module.confirmingWriterTasks),
    ['confirming.store'],
  ),
  ...lazily(
    () => import('../../services/collection/writer.ts').then((module) => module.collectionWriterTasks),
    ['collection.keep'],
  ),
  ...lazily(
    () => import('../../services/intake/write.ts').then((module) => module.intakeWriterTasks),
    ['intake.write'],
  ),
}
