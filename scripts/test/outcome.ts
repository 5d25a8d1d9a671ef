/** What one phase brought: counts, and the words for everything that did not pass. */
export type Outcome = { passed: number; failures: Finding[]; skips: Finding[]; milliseconds: number };

/** A test that failed or was skipped: its name, its file, and why. */
export type Finding = { name: string; where: string; why: string };

/** Where nothing may be skipped, a skip is a failure that says so. */
export function refuseSkips(outcome: Outcome): Outcome {
  const refused = outcome.skips.map((skip) => ({
    ...skip,
    why: `skipped, which is not allowed here: ${skip.why}`,
  }));
  return { ...outcome, failures: [...outcome.failures, ...refused], skips: [] };
}

/** A phase whose ground is missing: each of its files is named and counted. */
export function skipFiles(files: string[], why: string): Outcome {
  const skips = files.map((file) => ({ name: 'the whole file', where: file, why }));
  return { passed: 0, failures: [], skips, milliseconds: 0 };
}
