/**
 * Opens the window, or a part of it, in a page that can be clicked and typed into, before a main process in memory.
 * A test file that uses this says `@vitest-environment jsdom` at its top.
 */

import { format } from 'node:util';
import { notifyManager } from '@tanstack/react-query';
import { act, cleanup, configure, render, screen } from '@testing-library/react';
import { type UserEvent, userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { App, Surroundings } from '../../../renderer/app';
import type { FakeOptions } from './fake-doctor';
import { furnishPage } from './page-stand-ins';
import { ScriptedDoctor } from './scripted-doctor';

/** The moment at which the window is opened. It goes on from there only in a test that has the clock. */
const NOW = '2026-11-22T10:00:00.000Z';

/** Before any test can take over the clock. */
const laterOnTheRealClock = setImmediate;

furnishPage();

// The query library would tell of an answer by a timer, and so not before time passes.
notifyManager.setScheduler((tell) => laterOnTheRealClock(tell));

/** The fake main process answers after so many turns of the event loop. */
const TURNS = 2;
/** An answer, what is drawn of it and what is asked for because of it, four times over. */
const ROUNDS = 4;

async function turns(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn += 1) await new Promise((done) => laterOnTheRealClock(done));
}

/**
 * Lets everything run that needs no time to pass: answers that are there, and what React draws of them. Inside `act`
 * React draws all of it in one go; by itself it would draw in slices of time, more of them on a busy machine.
 */
export async function settle(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await act(turns);
}

/** In milliseconds. Where a test waits for long, the order of timers is kept, but what they cause is drawn less often. */
const STEP = { fine: 1, coarse: 100, fineUpTo: 1_000 };

/**
 * Lets this much of a test's own time pass (after `vi.useFakeTimers()`), drawing in between as the window would. Nothing
 * else moves that time: not a click, a key or a look at the page.
 */
export async function pass(ms: number): Promise<void> {
  const step = ms <= STEP.fineUpTo ? STEP.fine : STEP.coarse;
  for (let left = ms; left > 0; left -= step) {
    await vi.advanceTimersByTimeAsync(Math.min(step, left));
    await settle();
  }
}

/** In milliseconds: a look for what never comes ends before its test does. */
const LONGEST_WAIT = 10_000;

function wordsOf(container: Element): string {
  const copy = container.cloneNode(true) as Element;
  for (const style of copy.querySelectorAll('style')) style.remove();
  return copy.textContent ?? '';
}

// The library would move a test's own time after each click, and hold back what React draws until then.
configure({
  // The library would give up after a second, which a busy machine may need.
  asyncUtilTimeout: LONGEST_WAIT,
  // The library would print the whole page as markup, which fills the screen and says little.
  getElementError: (message, container) =>
    new Error(`${message?.split('\n')[0]}\nThe page says: ${wordsOf(container).slice(0, 2_000)}`),
  asyncWrapper: async (work) => {
    const result = await work();
    await settle();
    return result;
  },
});

export interface Opened {
  /** The person: their clicks and keys take no time. */
  readonly user: UserEvent;
  readonly doctor: ScriptedDoctor;
  /** Where the part was drawn. Dialogs and menus are drawn outside of it, in the body. */
  readonly container: HTMLElement;
  readonly unmount: () => void;
}

export interface OpenOptions extends Partial<FakeOptions> {
  /** What the main process has been told or asked before the window asks for the first time. */
  readonly before?: (doctor: ScriptedDoctor) => void | Promise<void>;
}

/** One part of the window, in everything that the app would put around it. */
export async function open(part: ReactNode, options: OpenOptions = {}): Promise<Opened> {
  return show(<Surroundings>{part}</Surroundings>, options);
}

/** The whole window, on its first page. */
export async function openApp(options: OpenOptions = {}): Promise<Opened> {
  return show(<App />, options);
}

async function show(element: ReactNode, { before, ...options }: OpenOptions): Promise<Opened> {
  vi.setSystemTime(NOW);
  const doctor = new ScriptedDoctor({ now: () => new Date(), wait: turns, ...options });
  await before?.(doctor);
  doctor.forgetAsked();
  Object.defineProperty(window, 'doctor', { configurable: true, value: doctor.api });
  const user = userEvent.setup({ delay: null });
  const { container, unmount } = render(element);
  await settle();
  return { user, doctor, container, unmount };
}

/** What the alert on the page says; nothing where there is none. Fails where there are two. */
export const alertText = (): string => screen.queryByRole('alert')?.textContent ?? '';

/** The page doesn't know this element yet; React takes it for a mistake. */
const UNKNOWN_ELEMENT = 'The tag <search> is unrecognized in this browser.';

let complaints: string[] = [];

/** What React and the libraries complained of, for a test that means to cause it. Anything not taken fails the test. */
export function takeComplaints(): readonly string[] {
  const taken = complaints;
  complaints = [];
  return taken;
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    const complaint = format(...parts);
    if (!complaint.startsWith(UNKNOWN_ELEMENT)) complaints.push(complaint);
  });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
  expect(takeComplaints()).toEqual([]);
});
