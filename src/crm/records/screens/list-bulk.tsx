import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Trash2 } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { BulkBar } from '#ui/bulk-bar.tsx';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import type { BulkChange, ListedRecord } from './list-kind.ts';
import { ListProgress } from './list-progress.tsx';
import { useAllThatFit } from './use-all-that-fit.ts';
import { useBulkActs } from './use-bulk-acts.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

/** What can be done with all records that are ticked. */
export function ListBulk<Row extends ListedRecord>({ list }: { list: RecordListNow<Row> }) {
  const t = useListWords();
  const { progress, stop, change, trash } = useBulkActs(list);
  const { total, chooseAll, choosing } = useAllThatFit(list);
  const { ticked, setTicked, kind } = list;
  if (progress) return <ListProgress progress={progress} onStop={stop} />;
  return (
    <BulkBar count={ticked.size} total={total} onAll={chooseAll} onClear={() => setTicked(new Set())}>
      <OwnerMenu busy={choosing} onChange={(ownerId) => change({ ownerId })} />
      {kind.changes?.map((one) => (
        <ChangeMenu key={one.field} of={one} count={ticked.size} busy={choosing} onChange={change} />
      ))}
      <Button kind="danger" icon={Trash2} disabled={choosing} onClick={trash}>
        {t('bulk.delete')}
      </Button>
    </BulkBar>
  );
}

interface ChangeMenuProps {
  of: BulkChange;
  count: number;
  busy: boolean;
  onChange: (change: object) => void;
}

/** A value of one field for all of them; some ask for something more first. */
function ChangeMenu({ of: { field, label, choices, ask }, count, busy, onChange }: ChangeMenuProps) {
  const [asked, setAsked] = useState<ReactElement | null>(null);
  const choose = (value: string) => {
    const onClose = () => setAsked(null);
    const onGiven = (more: object) => {
      onClose();
      onChange({ [field]: value, ...more });
    };
    const asking = ask?.(value, { count, onGiven, onClose });
    if (asking) setAsked(asking);
    else onChange({ [field]: value });
  };
  return (
    <>
      <BulkMenu label={label} busy={busy}>
        {choices.map((choice) => (
          <MenuItem key={choice.value} onSelect={() => choose(choice.value)}>
            {choice.label}
          </MenuItem>
        ))}
      </BulkMenu>
      {asked}
    </>
  );
}

function OwnerMenu({ busy, onChange }: { busy: boolean; onChange: (ownerId: string | null) => void }) {
  const t = useListWords();
  const { data } = useQuery(membersQuery());
  const active = (data ?? []).filter((member) => member.active);
  return (
    <BulkMenu label={t('bulk.owner')} busy={busy}>
      {active.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onChange(id)}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => onChange(null)}>{t('bulk.nobody')}</MenuItem>
    </BulkMenu>
  );
}

function BulkMenu({ label, busy, children }: { label: string; busy: boolean; children: React.ReactNode }) {
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <Button icon={ChevronDown} disabled={busy}>
          {label}
        </Button>
      }
    >
      {children}
    </Menu>
  );
}
