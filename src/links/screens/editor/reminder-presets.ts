import type { LinkView } from '../link-queries.ts';

type Reminder = LinkView['reminders'][number];
type PresetName = 'dayBefore' | 'hourBefore' | 'dayAfter' | 'other';

export const PRESETS: readonly { name: PresetName; reminder: Reminder }[] = [
  { name: 'dayBefore', reminder: { minutes: 1440, when: 'before', to: 'visitor' } },
  { name: 'hourBefore', reminder: { minutes: 60, when: 'before', to: 'both' } },
  { name: 'dayAfter', reminder: { minutes: 1440, when: 'after', to: 'visitor' } },
  { name: 'other', reminder: { minutes: 120, when: 'before', to: 'visitor' } },
];

const STEP = 60;

/** The same an hour further from the meeting, and another, until nobody has one at that time already. */
export function unlike(wanted: Reminder, others: readonly Reminder[]): Reminder {
  const clashes = others.some(
    ({ minutes, when, to }) =>
      minutes === wanted.minutes &&
      when === wanted.when &&
      (to === wanted.to || to === 'both' || wanted.to === 'both'),
  );
  return clashes ? unlike({ ...wanted, minutes: wanted.minutes + STEP }, others) : wanted;
}
