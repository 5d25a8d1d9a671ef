import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMe } from '#people/screens/use-me.ts';
import { useDates } from '#ui/dates.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { RichTextView } from '#ui/rich-text-view.tsx';
import { NoteEditor } from './note-editor.tsx';
import type { NoteView } from './note-queries.ts';
import { useDeleteNote } from './use-delete-note.ts';
import { useNoteWords } from './words.ts';

export interface NoteCardProps {
  note: NoteView;
  /** The record's: '/api/leads/018f…'. */
  path: string;
}

/** What a note says; its author and admins edit it where it stands, or delete it with eight seconds to think again. */
export function NoteCard({ note, path }: NoteCardProps) {
  const [isEditing, setEditing] = useState(false);
  const acts = useFocusAfter(isEditing);
  if (isEditing) return <NoteEditor note={note} path={path} onDone={() => setEditing(false)} />;
  return (
    <div className="group flex min-w-0 items-start gap-2">
      <div className="min-w-0 flex-1">
        <RichTextView html={note.html} />
        <Edited note={note} />
      </div>
      <Acts note={note} path={path} trigger={acts} onEdit={() => setEditing(true)} />
    </div>
  );
}

/** The button that began it has the focus again when it is over. */
function useFocusAfter(isEditing: boolean): React.RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  const wasEditing = useRef(false);
  useEffect(() => {
    if (wasEditing.current && !isEditing) button.current?.focus();
    wasEditing.current = isEditing;
  }, [isEditing]);
  return button;
}

function Edited({ note: { by, editedAt, editedBy } }: Pick<NoteCardProps, 'note'>) {
  const t = useNoteWords();
  const dates = useDates();
  if (!editedAt) return null;
  const isOther = editedBy && editedBy.id !== by.id;
  return (
    <time dateTime={editedAt} title={dates.when(editedAt)} className="text-12 text-faint">
      {isOther ? t('editedBy', { name: editedBy.name }) : t('edited')}
    </time>
  );
}

function Acts(
  props: NoteCardProps & { trigger: React.RefObject<HTMLButtonElement | null>; onEdit: () => void },
) {
  const { note, path, trigger, onEdit } = props;
  const t = useNoteWords();
  const { member, isAdmin } = useMe();
  const remove = useDeleteNote(path, note.id);
  if (!isAdmin && note.by.id !== member.id) return null;
  return (
    <Menu trigger={<IconButton ref={trigger} icon={Ellipsis} label={t('acts')} className="-my-1" />}>
      <MenuItem icon={Pencil} onSelect={onEdit}>
        {t('edit')}
      </MenuItem>
      <MenuItem icon={Trash2} danger onSelect={() => void remove()}>
        {t('delete')}
      </MenuItem>
    </Menu>
  );
}
