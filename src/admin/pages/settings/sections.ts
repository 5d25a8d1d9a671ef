import type { Me } from '#people/screens/use-me.ts';

export type SectionName =
  | 'you'
  | 'hours'
  | 'calendars'
  | 'security'
  | 'workspace'
  | 'appointment-page'
  | 'branding'
  | 'plan'
  | 'lists'
  | 'fields'
  | 'members'
  | 'teams'
  | 'holidays'
  | 'api-keys'
  | 'templates'
  | 'mail';

export interface Section {
  name: SectionName;
  to: `/settings/${SectionName}`;
  group: 'yours' | 'everyones';
}

const yours = (name: SectionName): Section => ({ name, to: `/settings/${name}`, group: 'yours' });
const everyones = (name: SectionName): Section => ({ name, to: `/settings/${name}`, group: 'everyones' });

const OWN = (['you', 'hours', 'calendars', 'security', 'api-keys'] as const).map(yours);
const MANAGED = (['workspace', 'appointment-page', 'branding', 'plan', 'lists', 'fields'] as const).map(
  everyones,
);
const SEEN_BY_ADMINS = (['mail'] as const).map(everyones);

/** What one may see and change (N1); the rest is not there. Members, teams and holidays everybody may look up. */
export function sectionsOf(me: {
  isAdmin: boolean;
  may: (permission: Me['permissions'][number]) => boolean;
}): Section[] {
  const manages = me.may('manage-settings');
  return [
    ...OWN,
    ...(manages ? MANAGED : []),
    ...(['members', 'teams', 'holidays', 'templates'] as const).map(everyones),
    ...(me.isAdmin ? SEEN_BY_ADMINS : []),
  ];
}
