import { backUp, restore } from '#platform/db/back-up.ts';
import { ConfigProblem, readConfig, type Config } from '#platform/config.ts';
import { errorFacts } from '#platform/log.ts';
import { openPlatform } from '#platform/open.ts';
import { passwordLink } from '#people/reset-password.ts';
import { recountAll, sayRecount } from '#bookings/rotation/recount.ts';
import { serve } from './serve.ts';

const WITHOUT_TWO_FACTOR = '--without-two-factor';
const USAGE = `Usage: node src/main.ts [command]
  (none)                    serve
  backup <folder>           write database and secret into a new folder
  restore <folder>          put a back-up into an empty data directory
  password-link <address> [--without-two-factor]
                            print an address where this member sets a new password; with the option, also
                            switch their two-factor sign-in off
  recount                   count every rotation's meetings anew; exit 1 when any count is wrong`;

type Command = (config: Config, argument: string, option: string | undefined) => Promise<string> | string;

const COMMANDS: Record<string, Command> = { backup: backUp, restore, 'password-link': printPasswordLink };
const RECOUNT = 'recount';

async function main([name, argument, option]: string[]): Promise<void> {
  // What Rondo writes is for this user alone: databases, back-ups, the secret.
  process.umask(0o077);
  const config = readConfig(process.env);
  if (name === undefined) return serve(config);
  if (name === RECOUNT && argument === undefined) return recount(config);
  const command = COMMANDS[name];
  const known = option === undefined || (name === 'password-link' && option === WITHOUT_TWO_FACTOR);
  if (!command || !argument || !known) throw new ConfigProblem(USAGE);
  process.stdout.write(`${await command(config, argument, option)}\n`);
}

async function printPasswordLink(
  config: Config,
  address: string,
  option: string | undefined,
): Promise<string> {
  const platform = await openPlatform(config);
  try {
    const link = await passwordLink(platform, address, {
      withoutTwoFactor: option === WITHOUT_TWO_FACTOR,
    });
    if (!link) throw new ConfigProblem(`Nobody signs in as ${address}.`);
    return link;
  } finally {
    await platform.db.close();
  }
}

async function recount(config: Config): Promise<void> {
  const platform = await openPlatform(config);
  try {
    const { text, isRight } = sayRecount(await recountAll(platform));
    process.stdout.write(`${text}\n`);
    if (!isRight) process.exitCode = 1;
  } finally {
    await platform.db.close();
  }
}

/** What the person at the terminal can mend is one sentence; anything else is a fault and shows where. */
main(process.argv.slice(2)).catch((error: unknown) => {
  const plain = error instanceof ConfigProblem;
  process.stderr.write(`${plain ? error.message : JSON.stringify(errorFacts(error), null, 2)}\n`);
  process.exit(1);
});
