/** Calendar dates ('2026-12-01') and months ('2026-12') without any zone. */

export function plusDays(date: string, days: number): string {
  const moved = at(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** The same day of another month, or that month's last. */
export function plusMonths(date: string, months: number): string {
  const first = at(`${date.slice(0, 7)}-01`);
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = first.toISOString().slice(0, 7);
  const day = Math.min(Number(date.slice(8)), lengthOf(month));
  return `${month}-${String(day).padStart(2, '0')}`;
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(date: string): number {
  return at(date).getUTCDay() || 7;
}

export function startOfWeek(date: string, firstDay: number): string {
  return plusDays(date, -((weekdayOf(date) - firstDay + 7) % 7));
}

/** Six weeks that hold the month, so that no month is taller than another. */
export function weeksOf(month: string, firstDay: number): string[][] {
  const start = startOfWeek(`${month}-01`, firstDay);
  return [0, 1, 2, 3, 4, 5].map((week) =>
    [0, 1, 2, 3, 4, 5, 6].map((day) => plusDays(start, week * 7 + day)),
  );
}

/** Null where there is no such day. */
export function dateFrom(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12) return null;
  const name = `${year}-${String(month).padStart(2, '0')}`;
  return day >= 1 && day <= lengthOf(name) ? `${name}-${String(day).padStart(2, '0')}` : null;
}

function lengthOf(month: string): number {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, number ?? 1, 0)).getUTCDate();
}

function at(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}
