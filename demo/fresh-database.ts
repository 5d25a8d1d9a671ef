import pg from 'pg';
import { newToken } from '../src/platform/secrets.ts';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** A database of its own on the server that an address names, empty or as the template; dropped with whoever is still connected. */
export async function freshDatabase(server: string | undefined, template?: string): Promise<FreshDatabase> {
  if (!server) throw new Error('RONDO_TEST_DATABASE=postgres needs RONDO_TEST_DATABASE_URL');
  const word = newToken().replace(/[^a-z0-9]/gi, '');
  const name = `rondo_${word.toLowerCase().slice(0, 16)}`;
  await onServer(server, `create database ${name}${template ? ` template ${template}` : ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(server, `drop database if exists ${name} with (force)`) };
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
