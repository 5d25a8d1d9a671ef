import { Copy } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { useWallTimes } from './use-wall-times.ts';
import { DAYS } from './week-rows.ts';
import { useHoursWords } from './words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5];

/** Copies one day's hours onto others. */
export function CopyDay({ day, onCopy }: { day: number; onCopy: (days: readonly number[]) => void }) {
  const t = useHoursWords();
  const times = useWallTimes();
  return (
    <Menu trigger={<IconButton icon={Copy} label={t('week.copy', { day: times.day(day) })} />}>
      <MenuItem onSelect={() => onCopy(WEEKDAYS)}>{t('week.weekdays')}</MenuItem>
      <MenuItem onSelect={() => onCopy(DAYS)}>{t('week.everyDay')}</MenuItem>
      <MenuLine />
      {times.days
        .filter((other) => other !== day)
        .map((other) => (
          <MenuItem key={other} onSelect={() => onCopy([other])}>
            <span className="inline-block first-letter:uppercase">{times.day(other)}</span>
          </MenuItem>
        ))}
    </Menu>
  );
}
