import { useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { usePartWords } from './parts-words.ts';
import { Segmented } from './segmented.tsx';

export type Side = 'yours' | 'theirs';

export interface ConflictField {
  key: string;
  /** 'Title', 'Notice'. */
  name: string;
  /** How each value reads. */
  yours: ReactNode;
  theirs: ReactNode;
}

export interface ConflictProps {
  open: boolean;
  /** Only what differs. */
  fields: readonly ConflictField[];
  /** What stays of each field, by its key. */
  onResolve: (chosen: Record<string, Side>) => void;
  onClose: () => void;
  busy?: boolean;
  /** Who changed it and when. */
  children?: ReactNode;
}

/** Two people changed one thing (412): nothing is lost until it is decided, field by field or all at once. */
export function Conflict({ open, fields, onResolve, onClose, busy, children }: ConflictProps) {
  const t = usePartWords();
  const [chosen, setChosen] = useState<Record<string, Side>>({});
  const all = (side: Side) => Object.fromEntries(fields.map((field) => [field.key, side]));
  const mixed = { ...all('yours'), ...chosen };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      keepsTyped
      title={t('parts.conflictTitle')}
      description={children ?? t('parts.conflictWhat')}
      footer={
        <>
          <Button kind="quiet" size="m" disabled={busy} onClick={() => onResolve(all('theirs'))}>
            {t('parts.takeTheirs')}
          </Button>
          <Button size="m" disabled={busy} onClick={() => onResolve(all('yours'))}>
            {t('parts.takeMine')}
          </Button>
          <Button kind="primary" size="m" busy={busy} onClick={() => onResolve(mixed)}>
            {t('parts.saveChosen')}
          </Button>
        </>
      }
    >
      <ul className="grid gap-4">
        {fields.map((field) => (
          <ConflictRow
            key={field.key}
            field={field}
            side={mixed[field.key] ?? 'yours'}
            onChoose={(side) => setChosen({ ...chosen, [field.key]: side })}
          />
        ))}
      </ul>
    </Dialog>
  );
}

interface ConflictRowProps {
  field: ConflictField;
  side: Side;
  onChoose: (side: Side) => void;
}

function ConflictRow({ field, side, onChoose }: ConflictRowProps) {
  const t = usePartWords();
  const items = [
    { value: 'yours', label: t('parts.yours') },
    { value: 'theirs', label: t('parts.theirs') },
  ] as const;
  return (
    <li className="grid gap-2 border-t border-line pt-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="font-medium wrap-anywhere">{field.name}</h3>
        <Segmented label={field.name} items={items} value={side} onChange={onChoose} />
      </div>
      <div className="grid grid-cols-2 gap-2 max-phone:grid-cols-1">
        <Version name={t('parts.yours')} stays={side === 'yours'}>
          {field.yours}
        </Version>
        <Version name={t('parts.theirs')} stays={side === 'theirs'}>
          {field.theirs}
        </Version>
      </div>
    </li>
  );
}

function Version({ name, stays, children }: { name: string; stays: boolean; children: ReactNode }) {
  return (
    <div
      className={`min-w-0 rounded-s border px-3 py-2 wrap-anywhere ${stays ? 'border-accent-line bg-accent-soft' : 'border-line text-muted'}`}
    >
      <span className="mb-0.5 block text-12 text-faint">{name}</span>
      <div className={stays ? '' : 'line-through decoration-line-strong'}>{children}</div>
    </div>
  );
}
