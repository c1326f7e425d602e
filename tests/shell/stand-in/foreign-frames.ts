import { state } from './state.ts'

/** Answers to contract calls from frames that are not the main frame of our own page. */
export async function ipcProblems(): Promise<unknown[]> {
  const handler = [...state.ipcHandlers.values()][0]
  const envelope = { name: 'app.info', input: {}, jobId: null }
  const own = { url: 'fukushi://app/index.html' }
  const foreign = { url: 'https://evil.example/' }
  const events = [
    { senderFrame: null, sender: { mainFrame: own } },
    { senderFrame: { ...own }, sender: { mainFrame: own } },
    { senderFrame: foreign, sender: { mainFrame: foreign } },
    { senderFrame: { url: 'fukushi://app.evil/' }, sender: { mainFrame: null } },
  ]
  const cycle: Record<string, unknown> = { ...envelope }
  cycle.input = cycle
  const large = { ...envelope, input: 'x'.repeat(2_000_000) }
  const main = { senderFrame: own, sender: { mainFrame: own } }
  return [
    ...(await Promise.all(events.map((event) => handler?.(event, envelope)))),
    ...(await Promise.all([null, 5, {}, cycle, large].map((hostile) => handler?.(main, hostile)))),
  ]
}
