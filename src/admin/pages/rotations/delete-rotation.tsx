import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { deleteRotation, rotationQuery, type WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useToast } from '#ui/toast.tsx';
import { useRefusal } from './use-rotation.ts';

/** Its counts are gone with it, so it is asked for; links that go by it need other hosts first. */
export function DeleteRotation({ rotation }: { rotation: WholeRotation }) {
  const t = useRotationWords();
  const [isAsking, setAsking] = useState(false);
  const isUsed = rotation.usedBy.links.length > 0;
  const close = () => setAsking(false);
  return (
    <>
      <Menu trigger={<IconButton icon={Ellipsis} label={t('page.more')} />}>
        <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
          {t('delete.action')}
        </MenuItem>
      </Menu>
      {isAsking && isUsed && <InUse rotation={rotation} onClose={close} />}
      {isAsking && !isUsed && <Question rotation={rotation} onClose={close} />}
    </>
  );
}

interface DialogProps {
  rotation: WholeRotation;
  onClose: () => void;
}

function InUse({ rotation: { name, usedBy }, onClose }: DialogProps) {
  const t = useRotationWords();
  return (
    <Dialog
      open
      onClose={onClose}
      width="s"
      title={t('delete.inUse', { name })}
      description={t('delete.inUseWhat')}
    >
      <ul className="grid gap-2">
        {usedBy.links.map(({ id, title }) => (
          <li key={id} className="min-w-0 truncate" title={title}>
            <Link to="/links/$linkId" params={{ linkId: id }} className={TEXT_LINK}>
              <bdi>{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Question({ rotation, onClose }: DialogProps) {
  const t = useRotationWords();
  const remove = useRemove(rotation);
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      kind="danger"
      title={t('delete.title', { name: rotation.name })}
      action={t('delete.action')}
      busy={remove.isPending}
      error={useRefusal(remove.error)}
      onConfirm={() => remove.mutate()}
    >
      {t('delete.what')}
    </ConfirmDialog>
  );
}

function useRemove({ id, name }: WholeRotation) {
  const t = useRotationWords();
  const queries = useQueryClient();
  const toast = useToast();
  const go = useNavigate();
  return useMutation({
    mutationFn: () => deleteRotation(id),
    onSuccess: async () => {
      await go({ to: '/rotations' });
      queries.removeQueries({ queryKey: rotationQuery(id).queryKey });
      void queries.invalidateQueries({ queryKey: ['rotations', 'list'] });
      toast.done(t('delete.done', { name }));
    },
  });
}
