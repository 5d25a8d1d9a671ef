import type { OutsideKind } from '../provider.ts';

/** What people call the place where their calendar is; several of them speak CalDAV. */
export type ServiceName = 'nextcloud' | 'icloud' | 'fastmail' | 'caldav' | 'ics' | 'google' | 'microsoft';

interface Service {
  name: ServiceName;
  kind: OutsideKind;
  /** Where it is the same for everybody. */
  url?: string;
  /** What such an address looks like. */
  example?: string;
}

export const SERVICES: readonly Service[] = [
  { name: 'nextcloud', kind: 'caldav', example: 'https://cloud.example.com/remote.php/dav' },
  { name: 'icloud', kind: 'caldav', url: 'https://caldav.icloud.com' },
  { name: 'fastmail', kind: 'caldav', url: 'https://caldav.fastmail.com' },
  { name: 'caldav', kind: 'caldav', example: 'https://dav.example.com' },
  { name: 'ics', kind: 'ics', example: 'https://calendar.example.com/anna.ics' },
  { name: 'google', kind: 'google' },
  { name: 'microsoft', kind: 'microsoft' },
];

export function serviceNamed(name: ServiceName): Service {
  return SERVICES.find((one) => one.name === name)!;
}
