import { minuteFromIso } from '#engine/minutes.ts';
import { isoNow, minuteAhead, type Clock } from '#platform/clock.ts';
import { invalid, type FieldError } from '#platform/refusal.ts';
import { isExpired, type LinkKind, type LinkSettings } from './link.ts';

/** L3: only links of this kind name times and an end; they name some, and nobody has to be at two meetings at once. */
export function checkTimes(kind: LinkKind, settings: LinkSettings): FieldError[] {
  return kind === 'specific-times' ? checkOffer(settings) : checkNone(settings);
}

function checkOffer({ times }: LinkSettings): FieldError[] {
  if (times.length === 0) return [{ path: 'times', message: 'Pick at least one time to offer.' }];
  const sorted = times
    .map(({ start, end }) => ({ start: minuteFromIso(start)!, end: minuteFromIso(end)! }))
    .toSorted((one, other) => one.start - other.start);
  const pairs = sorted.slice(1).map((time, index) => [sorted[index]!, time] as const);
  if (pairs.some(([one, next]) => one.start === next.start && one.end === next.end))
    return [{ path: 'times', message: 'A time stands here twice.' }];
  return pairs.some(([one, next]) => next.start < one.end)
    ? [{ path: 'times', message: 'Two of the times overlap.' }]
    : [];
}

function checkNone({ times, expiresAt }: LinkSettings): FieldError[] {
  const named = { path: 'times', message: 'Only a specific-times link names its times.' };
  const ends = {
    path: 'expiresAt',
    message: 'Only specific times expire; give other links a horizon with a last day.',
  };
  return [...(times.length > 0 ? [named] : []), ...(expiresAt === null ? [] : [ends])];
}

/** What is new must lie ahead: times, and the end of the offer. What was kept from before may have passed. */
export function checkAhead(
  clock: Clock,
  { times, expiresAt }: LinkSettings,
  before?: Pick<LinkSettings, 'times' | 'expiresAt'>,
): void {
  const now = minuteAhead(clock);
  const isPast = ({ start }: { start: string }) => minuteFromIso(start)! < now;
  const wasKept = ({ start }: { start: string }) => before?.times.some((time) => time.start === start);
  const past = times.findIndex((time) => isPast(time) && !wasKept(time));
  if (past >= 0) throw invalid({ path: `times.${past}`, message: 'This time has passed.' });
  if (expiresAt === (before?.expiresAt ?? null) || !isExpired({ expiresAt }, isoNow(clock))) return;
  throw invalid({ path: 'expiresAt', message: 'This end of the offer has passed; choose a later one.' });
}
