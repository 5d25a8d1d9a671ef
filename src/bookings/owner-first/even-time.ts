import { setImmediate as turn, setTimeout as pause } from 'node:timers/promises';

/**
 * Answers leave on strokes so far apart, counted from when they were asked for. Making a lead of a stranger takes
 * longer than finding a friend, and nobody is to read that off the clock (C5, ABUSE 15).
 */
const STROKE_MS = 100;

/** Does an act, and holds its answer or failure back until the next stroke: real time, whatever the platform's clock says. */
export async function inEvenTime<T>(act: () => Promise<T>): Promise<T> {
  const began = performance.now();
  try {
    return await act();
  } finally {
    const strokes = Math.ceil((performance.now() - began) / STROKE_MS);
    await until(began + strokes * STROKE_MS);
  }
}

/** Timers know whole milliseconds; what they leave over would tell a little of when they were set. */
async function until(moment: number): Promise<void> {
  await pause(Math.floor(moment - performance.now()));
  while (performance.now() < moment) await turn();
}
