import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { LinkView } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { BookedMeetings } from './booked-meetings.tsx';
import { useEditing } from './editing.tsx';
import { PRESETS, unlike } from './reminder-presets.ts';
import { ReminderRow } from './reminder-row.tsx';
import { Section } from './section.tsx';
import { useChairKeys } from './use-chair-keys.ts';

export type Reminder = LinkView['reminders'][number];
const MOST = 10;

/** Which mails a meeting has of itself before it begins and after it has ended (B7). */
export function RemindersSection() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { reminders } = link;
  const { keys, added, removed } = useChairKeys(reminders.length);
  const change = (next: Reminder[], now = true) => edit({ reminders: next }, now);
  const add = (reminder: Reminder) => {
    added();
    change([...reminders, unlike(reminder, reminders)]);
  };
  const remove = (index: number) => {
    removed(index);
    change(reminders.toSpliced(index, 1));
  };
  const adding = !readOnly && reminders.length < MOST && <AddReminder onAdd={add} />;
  return (
    <Section name="reminders" title={t('reminders.title')} aside={adding}>
      <p className="-mt-2 mb-3 text-12 text-faint">
        {t(reminders.length > 0 ? 'reminders.hint' : 'reminders.none')}
      </p>
      <ul className="grid gap-5">
        {reminders.map((reminder, index) => (
          <ReminderRow
            key={keys[index]}
            reminder={reminder}
            index={index}
            onChange={(next, now) => change(reminders.with(index, next), now)}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      <RefusedTogether count={reminders.length} />
      {!readOnly && <BookedMeetings />}
    </Section>
  );
}

/** What none of them is refused for alone. */
function RefusedTogether({ count }: { count: number }) {
  const { errorOf } = useEditing();
  const isInRow = Array.from({ length: count }).some((_, index) => errorOf(`reminders.${index}`));
  const error = isInRow ? undefined : errorOf('reminders');
  if (!error) return null;
  return (
    <p role="alert" className="mt-2 text-12 text-danger">
      {error}
    </p>
  );
}

/** The usual ones by name; each can be changed afterwards. */
function AddReminder({ onAdd }: { onAdd: (reminder: Reminder) => void }) {
  const t = useLinkWords();
  return (
    <Menu trigger={<Button icon={Plus}>{t('reminders.add')}</Button>}>
      {PRESETS.map(({ name, reminder }) => (
        <MenuItem key={name} onSelect={() => onAdd(reminder)}>
          {t(`reminders.preset.${name}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
