import { Plus, Trash2 } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { useLinkWords } from '../words.ts';
import { AddHost } from './add-host.tsx';
import { withoutStrangers } from './chair-list.ts';
import { useEditing } from './editing.tsx';
import { HostRows } from './host-rows.tsx';
import { RULES, type Rule } from './rule-setting.tsx';

type Chair = { candidateIds: string[]; rule?: Rule };
const MOST = 20;

/** Panel: each chair is filled by one of its candidates, all by different people (B1). */
export function Chairs() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { member } = useMe();
  const chairs = link.chairs.map(({ candidateIds, rule }) => ({ candidateIds, ...(rule && { rule }) }));
  const change = (next: Chair[]) => edit({ chairs: next, ...withoutStrangers(link, next) }, true);
  const add = () => {
    const taken = new Set(chairs.flatMap((chair) => chair.candidateIds));
    const first = taken.has(member.id) ? chairs.at(-1)!.candidateIds : [member.id];
    change([...chairs, { candidateIds: first }]);
  };
  return (
    <div className="grid gap-4">
      {chairs.map((chair, index) => (
        <OneChair
          key={index}
          index={index}
          chair={chair}
          onChange={(next) => change(chairs.with(index, next))}
          onRemove={readOnly || chairs.length < 2 ? undefined : () => change(chairs.toSpliced(index, 1))}
        />
      ))}
      {!readOnly && chairs.length < MOST && (
        <div>
          <Button icon={Plus} onClick={add}>
            {t('chairs.add')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface OneChairProps {
  index: number;
  chair: Chair;
  onChange: (chair: Chair) => void;
  onRemove?: () => void;
}

function OneChair({ index, chair, onChange, onRemove }: OneChairProps) {
  const t = useLinkWords();
  const { link, readOnly } = useEditing();
  const name = t('chairs.chair', { number: index + 1 });
  const ids = chair.candidateIds;
  const rule = chair.rule ?? link.rule;
  return (
    <fieldset aria-label={name} className="min-w-0">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-2">
        <h3 className="font-medium">{name}</h3>
        <span className="text-12 text-faint">{t('chairs.oneOf', { count: ids.length })}</span>
        <span className="ms-auto flex items-center gap-1">
          {!readOnly && (
            <AddHost
              taken={ids}
              teams
              onAdd={(more) => onChange({ ...chair, candidateIds: [...ids, ...more] })}
            />
          )}
          {onRemove && <IconButton icon={Trash2} label={t('chairs.remove', { name })} onClick={onRemove} />}
        </span>
      </div>
      <HostRows
        hostIds={ids}
        weighted={rule === 'fewest-booked' && ids.length > 1}
        onChange={(candidateIds) => onChange({ ...chair, candidateIds })}
      />
      {ids.length > 1 && <ChairRule rule={rule} onChange={(next) => onChange({ ...chair, rule: next })} />}
    </fieldset>
  );
}

function ChairRule({ rule, onChange }: { rule: Rule; onChange: (rule: Rule) => void }) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  return (
    <Field label={t('rule.chair')} hint={t(`rule.${rule}Hint`)} readOnly={readOnly} className="mt-3 max-w-88">
      <Select
        items={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))}
        value={rule}
        onChange={onChange}
      />
    </Field>
  );
}
