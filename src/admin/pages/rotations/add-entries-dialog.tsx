import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { membersQuery, teamsQuery } from '#people/screens/member-queries.ts';
import { EntriesPicker } from '#rotations/screens/entries-picker.tsx';
import type { Entry, WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { lowestCount } from '#rotations/screens/what-follows.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { useNamed } from './remove-question.tsx';
import { entryOf, sameEntry, useMembership, useRefusal } from './use-rotation.ts';

interface AddEntriesDialogProps {
  rotation: WholeRotation;
  onClose: () => void;
}

/** R7: says before it is done what becomes of everybody's count. */
export function AddEntriesDialog({ rotation, onClose }: AddEntriesDialogProps) {
  const t = useRotationWords();
  const [entries, setEntries] = useState<Entry[]>([]);
  const membership = useMembership(rotation.id);
  const refusal = useRefusal(membership.error);
  const newcomers = useNewcomers(rotation, entries);
  const resets = rotation.newcomers === 'reset' && newcomers.length > 0 && rotation.queue.length > 0;
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length > 0) membership.mutate(joining(entries), { onSuccess: onClose });
  };
  const footer = (
    <Button
      size="m"
      kind="primary"
      type="submit"
      form="add-entries"
      disabled={entries.length === 0}
      busy={membership.isPending}
    >
      {t(resets ? 'add.andReset' : 'add.add')}
    </Button>
  );
  return (
    <Dialog open onClose={onClose} keepsTyped title={t('add.title')} footer={footer}>
      <form id="add-entries" onSubmit={add} noValidate className="grid gap-4">
        <Field label={t('add.who')} error={refusal}>
          <EntriesPicker value={entries} onChange={setEntries} without={rotation.members.map(entryOf)} />
        </Field>
        <output>{entries.length > 0 && <Follows rotation={rotation} newcomers={newcomers} />}</output>
      </form>
    </Dialog>
  );
}

/** Somebody else may have added one of them meanwhile. */
const joining = (entries: Entry[]) => (members: Entry[]) => [
  ...members,
  ...entries.filter((entry) => !members.some(sameEntry(entry))),
];

interface Newcomer {
  id: string;
  name: string;
}

function Follows({ rotation, newcomers }: { rotation: WholeRotation; newcomers: Newcomer[] }) {
  const t = useRotationWords();
  const named = useNamed();
  const { queue } = rotation;
  if (newcomers.length === 0) return <Note title={t('add.here')}>{t('add.hereWhat')}</Note>;
  const who = { count: newcomers.length, names: named(newcomers) };
  if (queue.length === 0) return <Note title={t('add.join', who)} />;
  if (rotation.newcomers === 'level')
    return <Note title={t('add.join', who)}>{t('add.level', { count: lowestCount(queue) })}</Note>;
  return (
    <Note tone="wait" title={t('add.resets')}>
      {t('add.join', who)} {t('add.resetsWhat')}
    </Note>
  );
}

/** Who would be in it and is not yet: members by themselves, teams by whom they have now (R2). */
function useNewcomers({ queue }: WholeRotation, entries: readonly Entry[]): Newcomer[] {
  const { data: members = [] } = useQuery(membersQuery());
  const { data: teams = [] } = useQuery(teamsQuery());
  const here = new Set(queue.map(({ memberId }) => memberId));
  const ids = entries.flatMap(({ kind, id }) =>
    kind === 'member' ? [id] : (teams.find((team) => team.id === id)?.memberIds ?? []),
  );
  return [...new Set(ids)]
    .filter((id) => !here.has(id))
    .map((id) => ({ id, name: members.find((member) => member.id === id)?.name ?? '?' }));
}
