import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { LengthSetting } from './length-setting.tsx';
import type { Reminder } from './reminders-section.tsx';
import { ChoiceSetting, LongTextSetting } from './settings.tsx';

const A_MONTH = 43_200;

interface ReminderRowProps {
  reminder: Reminder;
  index: number;
  onChange: (reminder: Reminder, now: boolean) => void;
  onRemove: () => void;
}

/** When it leaves, who gets it, and what is said in one's own words. */
export function ReminderRow({ reminder, index, onChange, onRemove }: ReminderRowProps) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  const path = `reminders.${index}`;
  const number = index + 1;
  return (
    <li className="min-w-0" aria-label={t('reminders.one', { number })}>
      <div className="flex items-start gap-2">
        <WhenAndTo path={path} reminder={reminder} onChange={onChange} />
        {!readOnly && (
          <div className="pt-6">
            <IconButton icon={Trash2} size="m" label={t('reminders.remove', { number })} onClick={onRemove} />
          </div>
        )}
      </div>
      <OwnText path={path} reminder={reminder} onChange={onChange} />
    </li>
  );
}

type Part = Pick<ReminderRowProps, 'reminder' | 'onChange'> & { path: string };

function WhenAndTo({ path, reminder, onChange }: Part) {
  const t = useLinkWords();
  return (
    <div className="grid min-w-0 flex-1 grid-cols-[minmax(12rem,1.2fr)_1fr_1fr] items-start gap-3 @max-[34rem]:grid-cols-1">
      <LengthSetting
        path={`${path}.minutes`}
        label={t('reminders.length')}
        minutes={reminder.minutes}
        mostMinutes={A_MONTH}
        onChange={(minutes) => onChange({ ...reminder, minutes }, false)}
      />
      <ChoiceSetting
        path={`${path}.when`}
        label={t('reminders.when')}
        items={(['before', 'after'] as const).map((value) => ({ value, label: t(`reminders.${value}`) }))}
        value={reminder.when}
        onChange={(when) => onChange({ ...reminder, when }, true)}
      />
      <ChoiceSetting
        path={`${path}.to`}
        label={t('reminders.to')}
        items={(['visitor', 'host', 'both'] as const).map((value) => ({
          value,
          label: t(`reminders.${value}`),
        }))}
        value={reminder.to}
        onChange={(to) => onChange({ ...reminder, to }, true)}
      />
    </div>
  );
}

/** Out of the way until somebody has something to say. */
function OwnText({
  path,
  reminder,
  onChange,
}: Pick<ReminderRowProps, 'reminder' | 'onChange'> & { path: string }) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  const [isOpen, setOpen] = useState(Boolean(reminder.text));
  if (!isOpen && !reminder.text) {
    if (readOnly) return null;
    return (
      <Button kind="quiet" size="s" className="mt-1 -ms-2" onClick={() => setOpen(true)}>
        {t('reminders.addText')}
      </Button>
    );
  }
  return (
    <LongTextSetting
      className="mt-3"
      path={`${path}.text`}
      label={t('reminders.text')}
      hint={t('reminders.textHint')}
      rows={3}
      value={reminder.text ?? ''}
      onChange={(text) => onChange({ ...reminder, text }, false)}
    />
  );
}
