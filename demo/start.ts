import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigProblem, readConfig, type Config } from '../src/platform/config.ts';
import { errorFacts } from '../src/platform/log.ts';
import { listen } from '../src/platform/http/server.ts';
import { serve } from '../src/serve.ts';
import { furnish } from './furnish.ts';
import { showTheWay } from './show-the-way.ts';

/** A whole house on throw-away data: made in a temporary folder, served, and gone when it stops. */
async function start(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'rondo-demo-'));
  process.on('exit', () => rmSync(dataDir, { recursive: true, force: true }));
  const leave = (): never => process.exit(130);
  process.once('SIGINT', leave).once('SIGTERM', leave);
  const config = configFrom(dataDir);
  const door = await listen(config, notYet);
  // The port is ours and known (PORT=0 asks for any free one), so that the mails lead to it.
  config.port = door.port;
  config.publicUrl = process.env.PUBLIC_URL ? config.publicUrl : `http://${config.host}:${door.port}`;
  const house = await furnish(config, new Date().toISOString());
  await door.close();
  process.off('SIGINT', leave).off('SIGTERM', leave);
  await serve(config);
  showTheWay(config, house);
}

/** Nothing of the environment that could keep data or send mail reaches the demonstration. */
function configFrom(dataDir: string): Config {
  const { PORT, HOST, PUBLIC_URL, LOG_LEVEL = 'error' } = process.env;
  return readConfig({
    PORT,
    HOST,
    PUBLIC_URL,
    LOG_LEVEL,
    DATA_DIR: dataDir,
    RONDO_SETUP_TOKEN: 'set-up-token',
  });
}

function notYet(): Response {
  const headers = { 'retry-after': '2', 'content-type': 'text/plain; charset=utf-8' };
  return new Response('Furnishing the house. Reload in a moment.\n', { status: 503, headers });
}

start().catch((error: unknown) => {
  const plain = error instanceof ConfigProblem;
  process.stderr.write(`${plain ? error.message : JSON.stringify(errorFacts(error), null, 2)}\n`);
  process.exit(1);
});
