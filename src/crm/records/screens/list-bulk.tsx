import { useQuery } from '@tanstack/react-query';
import { ChevronDown, Trash2 } from 'lucide-react';
import { membersQuery } from '#people/screens/member-queries.ts';
import { BulkBar } from '#ui/bulk-bar.tsx';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem, MenuLine } from '#ui/menu.tsx';
import type { ListedRecord } from './list-kind.ts';
import { useBulkActs } from './use-bulk-acts.ts';
import type { RecordListNow } from './use-record-list.ts';
import { useListWords } from './words.ts';

/** What can be done with all records that are ticked. */
export function ListBulk<Row extends ListedRecord>({ list }: { list: RecordListNow<Row> }) {
  const t = useListWords();
  const { busy, change, trash } = useBulkActs(list);
  const given = list.kind.change;
  return (
    <BulkBar count={list.ticked.size} onClear={() => list.setTicked(new Set())}>
      <OwnerMenu busy={busy} onChange={(ownerId) => change({ ownerId })} />
      {given && (
        <Menu
          side="top"
          align="start"
          trigger={
            <Button icon={ChevronDown} disabled={busy}>
              {given.label}
            </Button>
          }
        >
          {given.choices.map(({ value, label }) => (
            <MenuItem key={value} onSelect={() => change({ [given.field]: value })}>
              {label}
            </MenuItem>
          ))}
        </Menu>
      )}
      <Button kind="danger" icon={Trash2} disabled={busy} onClick={trash}>
        {t('bulk.delete')}
      </Button>
    </BulkBar>
  );
}

function OwnerMenu({ busy, onChange }: { busy: boolean; onChange: (ownerId: string | null) => void }) {
  const t = useListWords();
  const { data } = useQuery(membersQuery());
  const active = (data ?? []).filter((member) => member.active);
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <Button icon={ChevronDown} disabled={busy}>
          {t('bulk.owner')}
        </Button>
      }
    >
      {active.map(({ id, name }) => (
        <MenuItem key={id} onSelect={() => onChange(id)}>
          {name}
        </MenuItem>
      ))}
      <MenuLine />
      <MenuItem onSelect={() => onChange(null)}>{t('bulk.nobody')}</MenuItem>
    </Menu>
  );
}
