import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { Chip } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';

const USUAL = [15, 20, 30, 45, 60, 90, 120];
const MOST = 12;

/** The lengths a visitor may choose from; the last one cannot be taken away. */
export function DurationsSetting() {
  const t = useLinkWords();
  const title = useId();
  const { link, edit, readOnly, errorOf } = useEditing();
  const [isTyping, setTyping] = useState(false);
  const lengths = link.durationsMinutes;
  const take = (next: number[]) => edit({ durationsMinutes: next.toSorted((a, b) => a - b) }, true);
  const add = (minutes: number) => !lengths.includes(minutes) && take([...lengths, minutes]);
  const error = errorOf('durationsMinutes');
  return (
    <fieldset aria-labelledby={title} className="min-w-0">
      <div id={title} className="mb-1 font-medium">
        {t('duration.lengths')}
      </div>
      <div className="flex min-h-(--control) flex-wrap items-center gap-1.5">
        {lengths.map((minutes) => (
          <DurationChip
            key={minutes}
            minutes={minutes}
            onRemove={
              readOnly || lengths.length === 1
                ? undefined
                : () => take(lengths.filter((one) => one !== minutes))
            }
          />
        ))}
        {!readOnly && lengths.length < MOST && !isTyping && (
          <AddLength taken={lengths} onAdd={add} onOther={() => setTyping(true)} />
        )}
        {isTyping && <OtherLength onAdd={add} onClose={() => setTyping(false)} />}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-12 text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function DurationChip({ minutes, onRemove }: { minutes: number; onRemove?: () => void }) {
  const t = useLinkWords();
  const words = t('duration.minutes', { count: minutes });
  return (
    <Chip name={words} onRemove={onRemove}>
      <span className="tabular">{words}</span>
    </Chip>
  );
}

interface AddLengthProps {
  taken: readonly number[];
  onAdd: (minutes: number) => void;
  onOther: () => void;
}

function AddLength({ taken, onAdd, onOther }: AddLengthProps) {
  const t = useLinkWords();
  return (
    <Menu
      align="start"
      trigger={
        <Button
          kind="quiet"
          icon={Plus}
          className="h-6 rounded-full! border-dashed! border-line-mid! px-2 text-12"
        >
          {t('duration.addLength')}
        </Button>
      }
    >
      {USUAL.filter((minutes) => !taken.includes(minutes)).map((minutes) => (
        <MenuItem key={minutes} onSelect={() => onAdd(minutes)}>
          {t('duration.minutes', { count: minutes })}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={onOther}>{t('duration.otherLength')}</MenuItem>
    </Menu>
  );
}

function OtherLength({ onAdd, onClose }: { onAdd: (minutes: number) => void; onClose: () => void }) {
  const t = useLinkWords();
  const [minutes, setMinutes] = useState<number | null>(null);
  const add = () => {
    // Lengths lie on the grid of five minutes (A5).
    if (minutes !== null) onAdd(Math.min(1440, Math.max(5, Math.round(minutes / 5) * 5)));
    onClose();
  };
  return (
    <form className="flex items-center gap-1.5" onSubmit={(event) => (event.preventDefault(), add())}>
      <NumberInput
        ref={(input) => input?.focus()}
        aria-label={t('duration.otherLength')}
        size="s"
        className="w-24"
        unit={t('duration.min')}
        min={5}
        max={1440}
        step={5}
        value={minutes}
        onChange={setMinutes}
      />
      <Button type="submit">{t('duration.add')}</Button>
    </form>
  );
}
