import type { Finding, Outcome } from './outcome.ts';

/** Prints a phase's name now, and what became of it when the answer is called. */
export function startLine(name: string): (outcome: Outcome) => void {
  process.stdout.write(name.padEnd(22));
  return ({ passed, failures, skips, milliseconds }) => {
    const parts = [`${passed} passed`];
    if (failures.length > 0) parts.push(`${failures.length} FAILED`);
    if (skips.length > 0) parts.push(`${skips.length} skipped`);
    console.log(`${seconds(milliseconds).padStart(8)}   ${parts.join(', ')}`);
  };
}

/** Failures and skips in words, then the counts alone on the last line. True when nothing failed. */
export function printSummary(outcomes: Outcome[]): boolean {
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
  const failures = outcomes.flatMap((outcome) => outcome.failures);
  const skips = outcomes.flatMap((outcome) => outcome.skips);
  const total = outcomes.reduce((sum, outcome) => sum + outcome.milliseconds, 0);
  for (const skip of skips) console.log(`\nskipped: ${title(skip)}\n    ${skip.why}`);
  for (const failure of failures) console.log(`\nFAILED: ${title(failure)}\n${indented(failure.why)}`);
  console.log(`\n${''.padEnd(22)}${seconds(total).padStart(8)}   in all`);
  if (passed + failures.length === 0) console.log('No test ran.');
  console.log(`${passed} passed, ${failures.length} failed, ${skips.length} skipped`);
  return failures.length === 0 && passed > 0;
}

function title({ name, where }: Finding): string {
  return `${name}  (${where})`;
}

const MOST_LINES = 60;

/** A tool may have thousands of lines to say; the first are what one mends first. */
function indented(why: string): string {
  const lines = why.split('\n');
  const rest = lines.length > MOST_LINES ? [`… and ${lines.length - MOST_LINES} lines more`] : [];
  return [...lines.slice(0, MOST_LINES), ...rest].map((line) => `    ${line}`).join('\n');
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
