import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { rotationsQuery } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useTitle } from '#ui/title.ts';
import { NewRotationDialog } from './new-rotation-dialog.tsx';
import { NotForYou } from './not-for-you.tsx';
import { RotationsFilter } from './rotations-filter.tsx';
import { RotationsList } from './rotations-list.tsx';

const route = getRouteApi('/rotations');

/** Every rotation of the workspace: whose turn it is, how many can host, and which links go by it. */
export function RotationsPage() {
  const t = useRotationWords();
  useTitle(t('title'));
  return useRotationRights().see ? <Rotations /> : <NotForYou />;
}

function Rotations() {
  const t = useRotationWords();
  const go = useNavigate({ from: '/rotations' });
  const { manage } = useRotationRights();
  const { q = '', make } = route.useSearch();
  const found = useQuery(rotationsQuery());
  const field = useRef<HTMLInputElement>(null);
  const setMaking = (next: boolean) =>
    void go({ search: (before) => ({ ...before, make: next || undefined }), replace: true });
  useShortcuts({ '/': () => field.current?.focus(), ...(manage && { c: () => setMaking(true) }) });
  const isNone = found.data?.length === 0;
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        title={t('title')}
        actions={
          manage && (
            <Button
              kind={isNone ? 'plain' : 'primary'}
              icon={Plus}
              shortcut="C"
              onClick={() => setMaking(true)}
            >
              {t('list.new')}
            </Button>
          )
        }
      />
      {!isNone && <RotationsFilter ref={field} q={q} />}
      <RotationsList found={found} q={q} onNew={() => setMaking(true)} />
      {make && manage && <NewRotationDialog onClose={() => setMaking(false)} />}
    </main>
  );
}
