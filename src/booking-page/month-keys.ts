/** The month walked by keys: one tab stop, arrows from free day to free day. Runs in the browser. */

/** The one tab stop is the chosen day, else the first free one. */
export function arrangeDays(): void {
  const days = freeDays();
  const stop = days.find((day) => day.hasAttribute('aria-current')) ?? days[0];
  for (const day of days) day.tabIndex = day === stop ? 0 : -1;
}

/** The nearest free day in the direction of the key. */
export function neighbour(day: HTMLAnchorElement, key: string): HTMLAnchorElement | undefined {
  const days = freeDays();
  const [row, column] = cellOf(day);
  const week = days.filter((other) => cellOf(other)[0] === row);
  if (key === 'ArrowRight') return days[days.indexOf(day) + 1];
  if (key === 'ArrowLeft') return days[days.indexOf(day) - 1];
  if (key === 'Home') return week[0];
  if (key === 'End') return week.at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const way = key === 'ArrowUp' ? -1 : 1;
  const distance = (other: HTMLAnchorElement): number => {
    const [otherRow, otherColumn] = cellOf(other);
    return (otherRow - row) * way * 10 + Math.abs(otherColumn - column);
  };
  const ahead = days.filter((other) => (cellOf(other)[0] - row) * way > 0);
  return ahead.sort((one, other) => distance(one) - distance(other))[0];
}

function cellOf(day: HTMLAnchorElement): [row: number, column: number] {
  const cell = day.closest('td');
  return [cell?.closest('tr')?.rowIndex ?? 0, cell?.cellIndex ?? 0];
}

function freeDays(): HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('.days a')];
}
