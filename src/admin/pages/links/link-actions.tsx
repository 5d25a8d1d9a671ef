import { Link } from '@tanstack/react-router';
import {
  CalendarClock,
  CopyPlus,
  Ellipsis,
  ExternalLink,
  Pencil,
  RotateCcw,
  Settings,
  Share2,
  Trash2,
  UserRound,
} from 'lucide-react';
import { useState, type ComponentProps } from 'react';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem, MenuLine, MenuLink } from '#ui/menu.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useShareWords } from '../share/words.ts';
import { Share, type ShareWay } from '../share/share.tsx';
import { IconLink } from './icon-link.tsx';
import { previewAddress } from './preview-address.ts';
import { useLinkActs } from './use-link-acts.ts';
import { useMayEdit } from './use-may-edit.ts';
import { VisitorPage } from './visitor-page.tsx';

/** At the end of a row: its free times, the gear of picked times, sharing, and all else. */
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
      {link.kind === 'specific-times' && mayEdit && <TimesGear link={link} />}
      <FreeTimesButton link={link} />
      <ShareButton link={link} />
      <MoreMenu link={link} mayEdit={mayEdit} />
    </span>
  );
}

/** L3: picked times are changed later by their gear. */
export function TimesGear({ link }: { link: Pick<LinkView, 'id' | 'title'> }) {
  const t = useLinkWords();
  return (
    <IconLink
      icon={Settings}
      label={t('act.times', { title: link.title })}
      render={<Link to="/links/$linkId" params={{ linkId: link.id }} hash="times" />}
    />
  );
}

function FreeTimesButton({ link }: { link: LinkView }) {
  const t = useLinkWords();
  return (
    <IconLink
      icon={CalendarClock}
      label={t('act.freeTimes', { title: link.title })}
      render={<FreeTimesLink id={link.id} />}
    />
  );
}

/** Shows what is free beside the list; pressed again, hides it. */
function FreeTimesLink({ id, ...props }: ComponentProps<'a'> & { id: string }) {
  return (
    <Link
      {...props}
      from="/links"
      to="/links"
      search={(before) => ({ ...before, open: before.open === id ? undefined : id })}
      replace
    />
  );
}

function ShareButton({ link }: { link: LinkView }) {
  const t = useShareWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton icon={Share2} label={t('actOf', { title: link.title })} onClick={() => setOpen(true)} />
      <Share link={link} open={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

interface MoreMenuProps {
  link: LinkView;
  mayEdit: boolean;
  /** On the link's own page: it is left when the link is deleted. */
  onDeleted?: () => void;
}

export function MoreMenu({ link, mayEdit, onDeleted }: MoreMenuProps) {
  const [asked, setAsked] = useState<'delete' | ShareWay | null>(null);
  const { remove } = useLinkActs();
  const away = () => {
    setAsked(null);
    remove(link);
    onDeleted?.();
  };
  const isSharing = asked !== null && asked !== 'delete';
  return (
    <>
      <Entries
        link={link}
        mayEdit={mayEdit}
        isHere={onDeleted !== undefined}
        onShare={setAsked}
        onDelete={() => (link.isAppointmentPage ? setAsked('delete') : away())}
      />
      <Share
        link={link}
        open={isSharing}
        onClose={() => setAsked(null)}
        way={isSharing ? asked : undefined}
      />
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
  onShare: (way: ShareWay) => void;
  onDelete: () => void;
}

function Entries({ link, mayEdit, isHere, onShare, onDelete }: EntriesProps) {
  const t = useLinkWords();
  const share = useShareWords();
  const { duplicate } = useLinkActs();
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('act.more', { title: link.title })} />}>
      {!isHere && <OpenEntries link={link} mayEdit={mayEdit} />}
      <MenuItem icon={Share2} onSelect={() => onShare('link')}>
        {share('act')}
      </MenuItem>
      {link.active && (
        <MenuItem icon={UserRound} onSelect={() => onShare('personal')}>
          {t('personal.act')}
        </MenuItem>
      )}
      <MenuLink icon={ExternalLink} render={<VisitorPage href={previewAddress(link)} />}>
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

function OpenEntries({ link, mayEdit }: { link: LinkView; mayEdit: boolean }) {
  const t = useLinkWords();
  const { id } = link;
  const ofTimes = link.kind === 'specific-times' && mayEdit;
  return (
    <>
      <MenuLink icon={Pencil} render={<Link to="/links/$linkId" params={{ linkId: id }} />}>
        {t(mayEdit ? 'act.edit' : 'act.look')}
      </MenuLink>
      {ofTimes && (
        <MenuLink icon={Settings} render={<Link to="/links/$linkId" params={{ linkId: id }} hash="times" />}>
          {t('free.change')}
        </MenuLink>
      )}
      <MenuLink icon={CalendarClock} render={<FreeTimesLink id={id} />}>
        {t('act.free')}
      </MenuLink>
    </>
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
