import { Plus, X } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import type { AddOn } from '#people/plan.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { Switch } from '#ui/switch.tsx';
import { useSettingsWords } from '../words.ts';
import { addOnsShown, LEAD_BOOSTER } from './presets.ts';
import type { PlanDesk } from './use-plan.ts';

const MOST = 10;

/** What was bought besides: on, it brings the scheduler; most lift the limit, too. */
export function AddOns({ desk: { plan, change, autosave } }: { desk: PlanDesk }) {
  const t = useSettingsWords();
  const [isAdding, setAdding] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAdding(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  const shown = addOnsShown(plan);
  const keep = (addOns: AddOn[]) => change({ addOns });
  const wrong = autosave.errors['plan.addOns'];
  return (
    <div className="grid justify-items-start gap-2">
      <ul className="w-full divide-y divide-line border-y border-line">
        {shown.map((addOn) => (
          <Row
            key={addOn.name}
            addOn={addOn}
            onTurn={(on) => void keep(shown.map((one) => (one === addOn ? { ...one, on } : one)))}
            onRemove={() => void keep(shown.filter((one) => one !== addOn))}
          />
        ))}
      </ul>
      {isAdding ? (
        <NewAddOn error={wrong} onAdd={(addOn) => keep([...plan.addOns, addOn])} onClose={close} />
      ) : (
        <Button ref={button} icon={Plus} onClick={() => setAdding(true)} disabled={shown.length >= MOST}>
          {t('plan.add')}
        </Button>
      )}
    </div>
  );
}

interface RowProps {
  addOn: AddOn;
  onTurn: (on: boolean) => void;
  onRemove: () => void;
}

function Row({ addOn, onTurn, onRemove }: RowProps) {
  const t = useSettingsWords();
  const { name, unlimited, on } = addOn;
  return (
    <li className="flex min-w-0 items-start gap-2 py-1">
      <Switch
        className="flex-1"
        checked={on}
        onChange={onTurn}
        hint={t(unlimited ? 'plan.lifts' : 'plan.liftsNot')}
      >
        <bdi className="wrap-anywhere">{name}</bdi>
      </Switch>
      {name !== LEAD_BOOSTER.name && (
        <IconButton icon={X} label={t('plan.remove', { name })} onClick={onRemove} />
      )}
    </li>
  );
}

interface NewAddOnProps {
  error: string | undefined;
  onAdd: (addOn: AddOn) => Promise<boolean>;
  onClose: () => void;
}

function NewAddOn({ error, onAdd, onClose }: NewAddOnProps) {
  const t = useSettingsWords();
  const [name, setName] = useState('');
  const [unlimited, setUnlimited] = useState(true);
  const [lacksName, setLacksName] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    setLacksName(given === '');
    if (given === '') field.current?.focus();
    else if (await onAdd({ name: given, unlimited, on: true })) onClose();
  };
  return (
    <form onSubmit={(event) => void add(event)} noValidate className="grid w-full max-w-90 gap-2 py-2">
      <Field label={t('plan.addOnName')} required error={lacksName ? t('plan.addOnLacksName') : error}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- opened by a press, to be written in */}
        <Input ref={field} autoFocus value={name} maxLength={60} onChange={setName} />
      </Field>
      <Checkbox checked={unlimited} onChange={setUnlimited}>
        {t('plan.addOnLifts')}
      </Checkbox>
      <div className="flex gap-2">
        <Button type="submit" kind="primary">
          {t('plan.addIt')}
        </Button>
        <Button onClick={onClose}>{t('plan.dont')}</Button>
      </div>
    </form>
  );
}
