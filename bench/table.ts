/** One line of what was measured, beside what was aimed at. */
export interface Row {
  what: string;
  measured: string;
  target: string;
  ok: boolean;
}

/** Prints a table that can stand in a document as it is; answers whether every row is within its target. */
export function printTable(title: string, rows: Row[]): boolean {
  console.log(`\n${title}\n`);
  console.log('| what | measured | target | within |');
  console.log('|---|---|---|---|');
  for (const { what, measured, target, ok } of rows) {
    console.log(`| ${what} | ${measured} | ${target} | ${ok ? 'yes' : 'no'} |`);
  }
  return rows.every(({ ok }) => ok);
}

export function most(what: string, value: number, target: number, unit: string, digits = 1): Row {
  return {
    what,
    measured: `${value.toFixed(digits)} ${unit}`,
    target: `≤ ${target} ${unit}`,
    ok: value <= target,
  };
}

export function least(what: string, value: number, target: number, unit: string): Row {
  return {
    what,
    measured: `${value.toFixed(0)} ${unit}`,
    target: `≥ ${target} ${unit}`,
    ok: value >= target,
  };
}

/** The value below which `share` of the sorted values lie. */
export function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
