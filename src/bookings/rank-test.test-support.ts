/**
 * How likely two lots of figures would differ in rank as much as these do if they were drawn from one and the same lot
 * (Mann and Whitney, two-sided, by the normal approximation, ties counted in). Near 0: they differ.
 */
export function rankTest(one: number[], other: number[]): number {
  const all = [...one, ...other].toSorted((a, b) => a - b);
  const ranks = new Map<number, { rank: number; ties: number }>();
  for (const [at, value] of all.entries()) {
    const known = ranks.get(value) ?? { rank: 0, ties: 0 };
    ranks.set(value, { rank: known.rank + at + 1, ties: known.ties + 1 });
  }
  const rankOf = (value: number): number => ranks.get(value)!.rank / ranks.get(value)!.ties;
  const [n, m] = [one.length, other.length];
  const count = n + m;
  const above = one.reduce((sum, value) => sum + rankOf(value), 0) - (n * (n + 1)) / 2;
  const tied = [...ranks.values()].reduce((sum, { ties }) => sum + (ties ** 3 - ties), 0);
  const spread = Math.sqrt(((n * m) / 12) * (count + 1 - tied / (count * (count - 1))));
  return spread === 0 ? 1 : erfc(Math.abs(above - (n * m) / 2) / spread / Math.SQRT2);
}

/** Numerical Recipes' approximation, good to one part in ten million. */
function erfc(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  const terms = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
    -0.82215223, 0.17087277,
  ];
  const sum = terms.toReversed().reduce((value, term) => value * t + term, 0);
  return t * Math.exp(-x * x + sum);
}
