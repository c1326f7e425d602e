import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Breath } from '../../../../src/renderer/screens/monthly/breath.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('lasts its length', async () => {
  const done = vi.fn()
  void new Breath(40).take().then(done)
  await vi.advanceTimersByTimeAsync(39)
  expect(done).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(done).toHaveBeenCalledOnce()
})

test('is cut short at once, and its end ends no later one', async () => {
  const breath = new Breath(40)
  const first = vi.fn()
  void breath.take().then(first)
  breath.end()
  await vi.advanceTimersByTimeAsync(0)
  expect(first).toHaveBeenCalledOnce()
  const second = vi.fn()
  void breath.take().then(second)
  await vi.advanceTimersByTimeAsync(39)
  expect(second).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(second).toHaveBeenCalledOnce()
})

test('ended without being taken does nothing', () => {
  expect(() => new Breath(40).end()).not.toThrow()
})
