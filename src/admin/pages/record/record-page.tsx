import { Trash2, Ellipsis } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Avatar } from '#ui/avatar.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt, SavedProvider } from '#ui/saved.tsx';
import { useTitle } from '#ui/title.ts';
import { PersonalLinkDialog } from '../links/personal-link-dialog.tsx';
import { MergeEntry } from './merge-entry.tsx';
import { PersonalLinkEntry } from './personal-link-entry.tsx';
import type { PersonView } from './person.ts';
import { RecordWork } from './record-work.tsx';
import { ScheduleLink } from './schedule-link.tsx';
import { useMayEdit } from './use-may-edit.ts';
import { useRecordWords } from './words.ts';

export interface RecordPageProps {
  person: PersonView;
  record: { kind: 'lead' | 'contact'; id: string };
  /** Where it is kept: '/api/leads/018f…'. */
  path: string;
  /** The list it belongs to. */
  crumb: ReactNode;
  /** Its fields, edited in place. */
  fields: ReactNode;
  /** Beside its name: a status. */
  aside?: ReactNode;
  /** In the bar, before the others. */
  acts?: ReactNode;
  onDelete: () => void;
}

/** One person on one page: fields left, what happened in the middle, a meeting always in reach. */
export function RecordPage(props: RecordPageProps) {
  const { person, path, crumb, fields } = props;
  useTitle(person.name);
  return (
    <SavedProvider>
      <main className="flex min-h-0 flex-1 flex-col">
        <PageBar
          crumb={crumb}
          title={<bdi title={person.name}>{person.name}</bdi>}
          actions={<Acts {...props} />}
        />
        <div className="grid min-h-0 flex-1 grid-cols-[min(22rem,50%)_minmax(0,1fr)] max-tablet:grid-cols-[min(18rem,50%)_minmax(0,1fr)] max-phone:block max-phone:overflow-auto">
          <section className="scroll-pane min-h-0 border-e border-line px-6 py-5 max-tablet:px-4 max-phone:border-e-0 max-phone:border-b">
            <Head {...props} />
            {fields}
          </section>
          <RecordWork record={props.record} path={path} people={peopleOf(person)} />
        </div>
      </main>
    </SavedProvider>
  );
}

function peopleOf({ name, emails }: PersonView) {
  return emails.map(({ address }) => ({ name, address }));
}

function Head({ person, aside }: RecordPageProps) {
  return (
    <div className="mb-5 flex items-start gap-3">
      <Avatar id={person.id} name={person.name} size="l" />
      <div className="min-w-0">
        <p className="text-20 font-semibold wrap-anywhere" dir="auto">
          {person.name}
        </p>
        {aside}
      </div>
    </div>
  );
}

function Acts({ person, record, acts, onDelete }: RecordPageProps) {
  const t = useRecordWords();
  const mayEdit = useMayEdit(person);
  const [isInviting, setInviting] = useState(false);
  const asked = { kind: record.kind, value: record.id, label: person.name };
  return (
    <>
      <SavedAt />
      {acts}
      <Menu trigger={<IconButton icon={Ellipsis} label={t('more')} />}>
        <PersonalLinkEntry onSelect={() => setInviting(true)} />
        {mayEdit && <MergeEntry {...record} />}
        <MenuItem icon={Trash2} danger onSelect={onDelete}>
          {t('delete')}
        </MenuItem>
      </Menu>
      <ScheduleLink record={record} />
      <PersonalLinkDialog record={asked} open={isInviting} onClose={() => setInviting(false)} />
    </>
  );
}
