import { fail, readWishes } from './test/wishes.ts';
import { type Ground, prepareGround } from './test/ground.ts';
import { planPhases } from './test/phases.ts';
import { findTestFiles } from './test/files.ts';
import { type Outcome, refuseSkips } from './test/outcome.ts';
import { printSummary, startLine } from './test/report.ts';

await main();

/** Exit 1 when anything failed, or was skipped where nothing may be. */
async function main() {
  const wishes = readWishes(process.argv.slice(2), process.env);
  const phases = planPhases(wishes, findTestFiles(wishes.only));
  const stopping = new AbortController();
  const ground = await prepareGround(phases, wishes).catch((error: Error) => fail(error.message));
  leaveCleanly(stopping, ground);
  const outcomes: Outcome[] = [];
  for (const phase of phases) {
    if (stopping.signal.aborted) return;
    const finish = startLine(phase.name);
    const outcome = await phase.run(ground, stopping.signal);
    finish(outcome);
    outcomes.push(outcome);
  }
  await ground.stop();
  process.exitCode = printSummary(wishes.maySkip ? outcomes : outcomes.map(refuseSkips)) ? 0 : 1;
}

function leaveCleanly(stopping: AbortController, ground: Ground) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      stopping.abort();
      void ground.stop().finally(() => process.exit(130));
    });
  }
}
