import { Link } from '@tanstack/react-router';
import {
  CalendarClock,
  Copy,
  CopyPlus,
  Ellipsis,
  ExternalLink,
  Pencil,
  RotateCcw,
  Trash2,
  UserRound,
} from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine, MenuLink } from '#ui/menu.tsx';
import { Switch } from '#ui/switch.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { useCopy } from './copy-address.tsx';
import { PersonalLinkDialog } from './personal-link-dialog.tsx';
import { useLinkActs } from './use-link-acts.ts';
import { VisitorPage } from './visitor-page.tsx';

/** N3: only a link's owner, or manage-links, edits it. */
export function useMayEdit(): (link: Pick<LinkView, 'ownerId'>) => boolean {
  const { member, may } = useMe();
  return ({ ownerId }) => ownerId === member.id || may('manage-links');
}

/** Absent for who may not: then only the word stands. */
export function OnSwitch({ link }: { link: LinkView }) {
  const t = useLinkWords();
  const mayEdit = useMayEdit()(link);
  const { turn } = useLinkActs();
  if (!mayEdit) return <span className="text-faint">{t(link.active ? 'list.isOn' : 'list.isOff')}</span>;
  return (
    <Switch
      className="relative z-1"
      aria-label={t('list.switch', { title: link.title })}
      checked={link.active}
      onChange={(active) => turn(link, active)}
    />
  );
}

export function LinkActions({ link, isDeleted }: { link: LinkView; isDeleted: boolean }) {
  const t = useLinkWords();
  const mayEdit = useMayEdit()(link);
  const { restore } = useLinkActs();
  if (isDeleted)
    return mayEdit ? (
      <Button icon={RotateCcw} onClick={() => restore(link)}>
        {t('act.restore')}
      </Button>
    ) : null;
  return (
    <span className="inline-flex items-center">
      <FreeTimesButton link={link} />
      <MoreMenu link={link} mayEdit={mayEdit} />
    </span>
  );
}

function FreeTimesButton({ link }: { link: LinkView }) {
  const t = useLinkWords();
  return (
    <Link
      from="/links"
      to="/links"
      search={(before) => ({ ...before, open: before.open === link.id ? undefined : link.id })}
      replace
      aria-label={t('act.freeTimes', { title: link.title })}
      title={t('act.freeTimes', { title: link.title })}
      className="relative z-1 grid size-(--control-s) place-items-center rounded-s text-muted hover:bg-hover touch:size-(--touch)"
    >
      <CalendarClock aria-hidden className="size-4" strokeWidth={1.75} />
    </Link>
  );
}

interface MoreMenuProps {
  link: LinkView;
  mayEdit: boolean;
  /** On the link's own page: it is left when the link is deleted. */
  onDeleted?: () => void;
}

export function MoreMenu({ link, mayEdit, onDeleted }: MoreMenuProps) {
  const [asked, setAsked] = useState<'delete' | 'personal' | null>(null);
  const { remove } = useLinkActs();
  const away = () => {
    setAsked(null);
    remove(link);
    onDeleted?.();
  };
  return (
    <>
      <Entries
        link={link}
        mayEdit={mayEdit}
        isHere={onDeleted !== undefined}
        onPersonal={() => setAsked('personal')}
        onDelete={() => (link.isAppointmentPage ? setAsked('delete') : away())}
      />
      <PersonalLinkDialog link={link} open={asked === 'personal'} onClose={() => setAsked(null)} />
      <DeleteQuestion
        title={link.title}
        open={asked === 'delete'}
        onClose={() => setAsked(null)}
        onConfirm={away}
      />
    </>
  );
}

interface EntriesProps {
  link: LinkView;
  mayEdit: boolean;
  /** On the link's own page nothing leads to it. */
  isHere: boolean;
  onPersonal: () => void;
  onDelete: () => void;
}

function Entries({ link, mayEdit, isHere, onPersonal, onDelete }: EntriesProps) {
  const t = useLinkWords();
  const { duplicate } = useLinkActs();
  const { copy } = useCopy(link.url);
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('act.more', { title: link.title })} />}>
      {!isHere && <OpenEntry link={link} mayEdit={mayEdit} />}
      <MenuItem icon={Copy} onSelect={copy}>
        {t('share.copy')}
      </MenuItem>
      {link.active && (
        <MenuItem icon={UserRound} onSelect={onPersonal}>
          {t('personal.act')}
        </MenuItem>
      )}
      <MenuLink icon={ExternalLink} render={<VisitorPage href={link.url} />}>
        {t('act.preview')}
      </MenuLink>
      <MenuItem icon={CopyPlus} onSelect={() => duplicate(link)}>
        {t('act.duplicate')}
      </MenuItem>
      {mayEdit && <MenuLine />}
      {mayEdit && (
        <MenuItem icon={Trash2} danger onSelect={onDelete}>
          {t('act.delete')}
        </MenuItem>
      )}
    </Menu>
  );
}

function OpenEntry({ link, mayEdit }: { link: LinkView; mayEdit: boolean }) {
  const t = useLinkWords();
  return (
    <MenuLink icon={Pencil} render={<Link to="/links/$linkId" params={{ linkId: link.id }} />}>
      {t(mayEdit ? 'act.edit' : 'act.look')}
    </MenuLink>
  );
}

interface DeleteQuestionProps {
  title: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Deleting is undone from its toast; only where the appointment page would go with it, it is asked first. */
function DeleteQuestion({ title, ...props }: DeleteQuestionProps) {
  const t = useLinkWords();
  return (
    <ConfirmDialog {...props} kind="danger" title={t('delete.title', { title })} action={t('act.delete')}>
      {t('delete.appointmentPage')}
    </ConfirmDialog>
  );
}
