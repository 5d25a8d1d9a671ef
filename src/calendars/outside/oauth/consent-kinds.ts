import type { Outward } from '#platform/outward/outward.ts';
import type { Platform } from '#platform/platform.ts';
import { googleProvider } from '../google/google-provider.ts';
import { microsoftProvider } from '../microsoft/microsoft-provider.ts';
import type { Providers } from '../provider.ts';
import type { TokenDesk } from './ask-tokens.ts';
import type { ConsentedProvider } from './consented-provider.ts';

export type ConsentKind = 'google' | 'microsoft';

/** A service at which people sign in themselves and consent to what we do. */
export interface ConsentService {
  desk: TokenDesk;
  provider: ConsentedProvider;
  /** What we cannot do without: who unticks one of them has refused. */
  scopes: readonly string[];
  /** What else the service wants to be asked with. */
  asks: Readonly<Record<string, string>>;
}

export type ConsentServices = Readonly<Partial<Record<ConsentKind, ConsentService>>>;

/** Those for which whoever runs Rondo has registered a client. */
export function consentServices({ config, clock }: Platform, outward: Outward): ConsentServices {
  const { google, microsoft } = config;
  return {
    ...(google && { google: googleService({ outward, client: google, clock }) }),
    ...(microsoft && { microsoft: microsoftService({ outward, client: microsoft, clock }) }),
  };
}

export function providersOf(services: ConsentServices): Providers {
  const entries = Object.entries(services).map(([kind, { provider }]) => [kind, provider]);
  return Object.fromEntries(entries) as Providers;
}

const GOOGLE = 'https://www.googleapis.com/auth';

/** Google hands out a refresh token only with a consent that is asked for anew. */
function googleService(desk: TokenDesk): ConsentService {
  return {
    desk,
    provider: googleProvider(desk),
    scopes: [`${GOOGLE}/calendar.calendarlist.readonly`, `${GOOGLE}/calendar.events`],
    asks: { access_type: 'offline', prompt: 'consent select_account' },
  };
}

/** Asking for consent each time would stop those for whom their administrator has consented. */
function microsoftService(desk: TokenDesk): ConsentService {
  return {
    desk,
    provider: microsoftProvider(desk),
    scopes: ['Calendars.ReadWrite'],
    asks: { prompt: 'select_account', response_mode: 'query' },
  };
}
