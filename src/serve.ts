import type { Config } from '#platform/config.ts';
import { lockDataDir } from '#platform/db/data-lock.ts';
import { listen, type Listening } from '#platform/http/server.ts';
import { openPlatform, prepareDataDir } from '#platform/open.ts';
import { setUpAddress } from '#people/set-up.ts';
import { composeHouse, type House } from './house.ts';

/** Serves until it is asked to stop: then nothing new is taken, what runs is finished, and the exit code is 0. */
export async function serve(config: Config): Promise<void> {
  const unlock = config.databaseUrl ? () => {} : lock(config.dataDir);
  const platform = await openPlatform(config);
  const house = composeHouse(platform);
  const listening = await listenOrClose(house, config);
  if (!process.env.PUBLIC_URL && config.port === 0) {
    config.publicUrl = `http://${config.host}:${listening.port}`;
  }
  stopOnSignal(async () => {
    house.stopping();
    await listening.close();
    await house.close();
    unlock();
    platform.log.info('stopped');
  });
  house.work();
  platform.log.info(`Rondo listens on ${config.publicUrl}`, {
    port: listening.port,
    database: platform.db.kind,
  });
  const setUp = await setUpAddress(platform);
  if (setUp) process.stdout.write(`\nSet up your workspace here: ${setUp}\n\n`);
}

function lock(dataDir: string): () => void {
  prepareDataDir(dataDir);
  return lockDataDir(dataDir);
}

async function listenOrClose(house: House, config: Config): Promise<Listening> {
  try {
    return await listen(config, house.app.fetch);
  } catch (error) {
    await house.close();
    throw error;
  }
}

/** A terminal's Ctrl-C reaches us and the npm above us, which passes it on: the second of them is not another wish. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopped: Promise<void> | undefined;
  const once = (): void => {
    stopped ??= stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, once);
}
