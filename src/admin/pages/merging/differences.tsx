import type { ReactNode } from 'react';
import type { Difference, MergedKind, MergePreview } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { useFieldName } from '../record/change-lines.tsx';
import { MergedValue } from './merged-value.tsx';
import { useCustomNamed } from './use-custom-named.ts';

export interface DifferencesProps {
  kind: MergedKind;
  preview: MergePreview;
  /** Fields whose value comes from the record that goes. */
  taken: readonly string[];
  onTake: (field: string, takes: boolean) => void;
}

/** Field by field where two records differ: which value stays. What only one has stays without asking. */
export function Differences({ kind, preview, taken, onTake }: DifferencesProps) {
  const t = useMergingWords();
  const { differences } = preview;
  const lists = Object.keys(preview.united);
  const nameOf = useNameOf(kind);
  return (
    <section className="grid gap-2">
      <h2 className="font-semibold">{t('choose')}</h2>
      {differences.length + lists.length === 0 && <p className="text-muted">{t('same')}</p>}
      {differences.map((difference) => (
        <Choice
          key={difference.field}
          kind={kind}
          name={nameOf(difference.field)}
          preview={preview}
          difference={difference}
          takes={difference.stays === 'from' || taken.includes(difference.field)}
          onTake={(takes) => onTake(difference.field, takes)}
        />
      ))}
      {lists.map((field) => (
        <Row key={field} name={nameOf(field)} hint={t('both')}>
          <div className={classOf(true)}>
            <MergedValue kind={kind} field={field} value={preview.united[field]} preview={preview} />
          </div>
        </Row>
      ))}
    </section>
  );
}

function useNameOf(kind: MergedKind): (field: string) => string {
  const nameOf = useFieldName(kind);
  const custom = useCustomNamed(kind);
  return (field) => custom(field)?.label ?? nameOf(field);
}

function Row({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[minmax(7rem,11rem)_minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line pt-2 max-phone:grid-cols-1">
      <div className="min-w-0 py-1.5">
        <p className="wrap-anywhere text-muted">
          <bdi>{name}</bdi>
        </p>
        {hint && <p className="text-12 text-faint">{hint}</p>}
      </div>
      {children}
    </div>
  );
}

interface ChoiceProps {
  kind: MergedKind;
  name: string;
  preview: MergePreview;
  difference: Difference;
  takes: boolean;
  onTake: (takes: boolean) => void;
}

function Choice({ kind, name, preview, difference, takes, onTake }: ChoiceProps) {
  const t = useMergingWords();
  const { field, stays } = difference;
  const value = (side: 'into' | 'from') => (
    <MergedValue kind={kind} field={field} value={difference[side]} preview={preview} side={side} />
  );
  const isEmpty = [null, undefined, ''].includes(difference.from as null);
  if (stays === 'from' || isEmpty) {
    return (
      <Row name={name} hint={t('only')}>
        <div className={classOf(true)}>{value(stays)}</div>
      </Row>
    );
  }
  return (
    <Row name={name}>
      <div role="radiogroup" aria-label={name} className="grid grid-cols-2 gap-2 max-phone:grid-cols-1">
        <Side name={field} checked={!takes} onChoose={() => onTake(false)}>
          {value('into')}
        </Side>
        <Side name={field} checked={takes} onChoose={() => onTake(true)}>
          {value('from')}
        </Side>
      </div>
    </Row>
  );
}

function Side(props: { name: string; checked: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <label
      className={`flex cursor-pointer items-start gap-2 touch:min-h-(--touch) ${classOf(props.checked)}`}
    >
      <input
        type="radio"
        name={props.name}
        checked={props.checked}
        onChange={props.onChoose}
        className="mt-1 size-3.5 shrink-0 accent-accent"
      />
      <span className="min-w-0">{props.children}</span>
    </label>
  );
}

function classOf(stays: boolean): string {
  const look = stays ? 'border-accent-line bg-accent-soft' : 'border-line text-muted';
  return `min-w-0 rounded-s border px-3 py-1.5 wrap-anywhere ${look}`;
}
