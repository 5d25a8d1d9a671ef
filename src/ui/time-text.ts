/** Wall times 'HH:MM'; '24:00' only as the end of a day. */

/** '9:30 PM' or '21:30'. */
export function writeTime(time: string, hour12: boolean): string {
  if (!hour12) return time;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const half = hour % 24 < 12 ? 'AM' : 'PM';
  return `${hour % 12 || 12}:${String(minute).padStart(2, '0')}\u00A0${half}`;
}

/** '9', '930', '21.30', '9:30 pm', '14h30', '9 h'. Null when it is no time of a day. */
export function readTime(text: string, endOfDay = false): string | null {
  const typed = text
    .toLowerCase()
    .replace(/[\s\u00A0\u202F.]+(?=[ap])|(?<=[ap])\.?(?=m)|\.$/g, '')
    .trim();
  const parts = /^(\d{1,2}?)(?:[\s:.,h]*([0-5]\d))?\s*h?(am?|pm?)?$/.exec(typed);
  if (!parts) return null;
  const hour = onTheClock(Number(parts[1]), parts[3]);
  const minute = parts[2] ?? '00';
  if (hour === 24 && minute === '00' && endOfDay) return '24:00';
  return hour !== null && hour < 24 ? `${String(hour).padStart(2, '0')}:${minute}` : null;
}

function onTheClock(hour: number, half: string | undefined): number | null {
  if (!half) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.startsWith('p') ? 12 : 0);
}

/** The next time on the grid of `step` minutes, up or down; stays within the day. */
export function stepTime(time: string, step: number, direction: 1 | -1, endOfDay = false): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const now = hour * 60 + minute;
  const next = direction > 0 ? (Math.floor(now / step) + 1) * step : (Math.ceil(now / step) - 1) * step;
  const kept = Math.min(Math.max(next, 0), endOfDay ? 1440 : Math.floor(1439 / step) * step);
  return `${String(Math.floor(kept / 60)).padStart(2, '0')}:${String(kept % 60).padStart(2, '0')}`;
}
