import { findTestFiles } from './test/files.ts';
import { type Ground, prepareGround } from './test/ground.ts';
import { type Outcome, refuseSkips } from './test/outcome.ts';
import { type Phase, planPhases } from './test/phases.ts';
import { printSummary, startLine } from './test/report.ts';
import { fail, readWishes } from './test/wishes.ts';

await main();

/** Exit 1 when anything failed, or was skipped where nothing may be. */
async function main() {
  const wishes = readWishes(process.argv.slice(2), process.env);
  const phases = planPhases(wishes, findTestFiles(wishes.only));
  const ground = await prepareGround(phases, wishes).catch((error: Error) => fail(error.message));
  try {
    const outcomes = await runPhases(phases, ground, leaveCleanly(ground));
    process.exitCode = printSummary(wishes.maySkip ? outcomes : outcomes.map(refuseSkips)) ? 0 : 1;
  } finally {
    await ground.stop();
  }
}

async function runPhases(phases: Phase[], ground: Ground, signal: AbortSignal): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const phase of phases) {
    const finish = startLine(phase.name);
    const outcome = await phase.run(ground, signal);
    if (signal.aborted) break;
    finish(outcome);
    outcomes.push(outcome);
  }
  return outcomes;
}

/** npm passes Ctrl-C on although the terminal has told everyone: a second signal must not cut the first short. */
function leaveCleanly(ground: Ground): AbortSignal {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping.abort();
      void ground.stop().finally(() => process.exit(130));
    });
  }
  return stopping.signal;
}
