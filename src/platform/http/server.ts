import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ConfigProblem, type Config } from '../config.ts';

type Fetch = Parameters<typeof getRequestListener>[0];

export interface Listening {
  port: number;
  /** Stops taking connections, lets running requests finish, then resolves. */
  close(): Promise<void>;
}

/** How long a client may take for its headers, and for its whole request, before it hears 408. */
export const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  connectionsCheckingInterval: 2_000,
};
/** Longer than web servers in front of us keep theirs (60 s): else one is closed just as they use it again. */
const KEPT_ALIVE_MS = 65_000;
const LAST_REQUESTS_MS = 10_000;

export async function listen(config: Config, fetch: Fetch, patience = PATIENCE): Promise<Listening> {
  // With its own Request in place of the global one, which the body limit needs for bodies of unsaid length.
  const answer = getRequestListener(fetch);
  const server = createServer(
    { ...patience, keepAliveTimeout: KEPT_ALIVE_MS },
    (request, response) => void answer(request, response),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(inWords(error, config)));
    server.listen(config.port, config.host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
  await closed;
  clearTimeout(impatient);
}

function inWords(error: NodeJS.ErrnoException, config: Config): Error {
  const where = `${config.host}:${config.port}`;
  if (error.code === 'EADDRINUSE') {
    return new ConfigProblem(
      `Port ${config.port} is taken. Stop what listens on ${where}, or start with another PORT.`,
    );
  }
  if (error.code === 'EACCES')
    return new ConfigProblem(`Port ${config.port} needs more rights. Choose a PORT above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new ConfigProblem(
      `HOST ${config.host} is not an address of this machine. Use 127.0.0.1 or 0.0.0.0.`,
    );
  }
  return error;
}
