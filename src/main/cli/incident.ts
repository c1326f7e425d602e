import { IncidentLog } from '../backend/incident-log.ts'
import type { Incident } from '../backend/protocol.ts'
import { dataFolder } from '../services/data-folder.ts'
import type { Terminal } from './command.ts'

/** Writes a bug into the user's log file. @returns its number, for the message. */
export function recordIncident(incident: Incident, terminal: Terminal): string {
  const log = new IncidentLog(dataFolder(terminal.variables), () => terminal.now())
  return log.incident('command line', incident)
}
