import { Link } from '@tanstack/react-router';
import { CalendarPlus, Plus } from 'lucide-react';
import type { WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { SavedAt } from '#ui/saved.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { DeleteRotation } from './delete-rotation.tsx';

interface RotationBarProps {
  rotation: WholeRotation;
  rules: Autosave<WholeRotation>;
  /** Absent for who may only use it. */
  onAdd: (() => void) | undefined;
}

export function RotationBar({ rotation, rules, onAdd }: RotationBarProps) {
  const t = useRotationWords();
  const { book } = useRotationRights();
  return (
    <PageBar
      crumb={
        <Link to="/rotations" className="hover:text-ink">
          {t('title')}
        </Link>
      }
      title={<Name name={rotation.name} rules={rules} readOnly={!onAdd} />}
      actions={
        <>
          <SavedAt />
          {onAdd && <DeleteRotation rotation={rotation} />}
          {onAdd && (
            <Button icon={Plus} onClick={onAdd}>
              <ByRoom full={t('add.button')} brief={t('add.short')} />
            </Button>
          )}
          {book && (
            <LinkButton
              kind="primary"
              icon={CalendarPlus}
              render={<Link to="/schedule" search={{ rotationId: rotation.id }} />}
            >
              <ByRoom full={t('page.schedule')} brief={t('page.scheduleShort')} />
            </LinkButton>
          )}
        </>
      }
    />
  );
}

/** With large text the bar has less room, whatever the window. */
function ByRoom({ full, brief }: { full: string; brief: string }) {
  return (
    <>
      <span className="@max-[44rem]:hidden">{full}</span>
      <span className="hidden @max-[44rem]:inline">{brief}</span>
    </>
  );
}

function Name({
  name,
  rules,
  readOnly,
}: {
  name: string;
  rules: Autosave<WholeRotation>;
  readOnly: boolean;
}) {
  const t = useRotationWords();
  const save = async (next: string) => (await rules.saveOrSay({ name: next })) ?? undefined;
  return (
    <EditInPlace
      label={t('name')}
      value={name}
      onSave={save}
      readOnly={readOnly}
      className="mx-0! w-auto! max-w-full text-16 font-semibold"
    >
      <bdi title={name}>{name}</bdi>
    </EditInPlace>
  );
}
