interface WeekSpan {
  day: number;
  start: string;
  end: string;
}

/** 'Mon–Wed, Fri 09:30–10:00, 17:00–17:30; Sat 16:00–16:30': days that are alike stand together. */
export function spansInWords(
  spans: readonly WeekSpan[],
  { language, clock }: { language: string; clock: (time: string) => string },
): string {
  const days = Map.groupBy(spans, ({ day }) => day);
  const alike = Map.groupBy(days, ([, on]) =>
    on.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join(', '),
  );
  return [...alike]
    .map(
      ([times, on]) =>
        `${daysInWords(
          on.map(([day]) => day),
          language,
        )} ${times}`,
    )
    .join('; ');
}

function daysInWords(days: readonly number[], language: string): string {
  const runs: { from: number; to: number }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last && day <= last.to + 1) last.to = day;
    else runs.push({ from: day, to: day });
  }
  const name = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // The first of January 2024 was a Monday.
  const named = (day: number) => name.format(new Date(Date.UTC(2024, 0, day)));
  return runs.map(({ from, to }) => (from === to ? named(from) : `${named(from)}–${named(to)}`)).join(', ');
}
