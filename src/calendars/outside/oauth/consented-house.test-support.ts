import assert from 'node:assert/strict';
import { PASSWORD } from '../../../../demo/cast.ts';
import { cleanSlate } from '../../../../demo/clean-slate.ts';
import { openTermika, type Termika } from '../../../../demo/open-termika.ts';
import { startGoogleServer, type GoogleServer } from '../google/google-server.test-support.ts';
import { startMicrosoftServer, type MicrosoftServer } from '../microsoft/microsoft-server.test-support.ts';

/** Termika, where Anna may connect her calendars at two services on loopback. */
export interface ConsentedHouse extends Termika {
  google: GoogleServer;
  microsoft: MicrosoftServer;
  consent(kind: 'google' | 'microsoft'): Promise<void>;
  /** Reads and writes what is due. */
  workOff(): Promise<void>;
  /** The same later, with every calendar due. */
  workLater(): Promise<void>;
  healthOf(kind: string): Promise<{ state: string; code: string | null }>;
}

export async function consentedHouse(): Promise<ConsentedHouse> {
  const google = await startGoogleServer();
  const microsoft = await startMicrosoftServer();
  google.addCalendar({ id: 'anna@example.com', summary: 'Anna', primary: true, timeZone: 'Europe/Paris' });
  microsoft.addCalendar({ id: 'main==', name: 'Calendar', isDefaultCalendar: true });
  const slate = await cleanSlate('2026-11-23T08:00:00Z', {
    PRIVATE_HOSTS: `${google.privateHost},${microsoft.privateHost}`,
    GOOGLE_CLIENT_ID: 'client-id',
    GOOGLE_CLIENT_SECRET: 'client-secret',
    GOOGLE_API_URL: google.url,
    MICROSOFT_CLIENT_ID: 'client-id',
    MICROSOFT_CLIENT_SECRET: 'client-secret',
    MICROSOFT_API_URL: microsoft.url,
  });
  const t = await openTermika(slate);
  const workOff = () => work(t);
  return {
    ...t,
    google,
    microsoft,
    consent: (kind) => consent(t, kind, kind === 'google' ? google : microsoft),
    workOff,
    workLater: async () => {
      t.clock.advance(20);
      await workOff();
    },
    healthOf: async (kind) => {
      const { body } = await t.call('GET', `/api/members/${t.anna.id}/calendars`);
      return body.items.find((one: { kind: string }) => one.kind === kind).health;
    },
    close: async () => {
      await t.close();
      await Promise.all([google.close(), microsoft.close()]);
    },
  };
}

async function consent(
  t: Termika,
  kind: 'google' | 'microsoft',
  server: GoogleServer | MicrosoftServer,
): Promise<void> {
  const credentials = { email: t.anna.email, password: PASSWORD };
  const signedIn = await t.call('POST', '/api/auth/sign-in/email', credentials, null);
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const path = `/api/members/${t.anna.id}/calendar-consents`;
  const headers = { cookie, origin: 'http://127.0.0.1:3000' };
  const { status, body } = await t.call('POST', path, { kind }, null, headers);
  assert.equal(status, 201);
  const back = new URL(server.agree(body.url));
  const answer = await t.app.request(`${back.pathname}${back.search}`, { headers: { cookie } });
  assert.match(answer.headers.get('location')!, /consent=connected/);
}

async function work(t: Termika): Promise<void> {
  const worker = t.work();
  await worker.drain();
  await worker.stop();
}
