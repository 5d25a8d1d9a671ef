import { getRouteApi } from '@tanstack/react-router';
import { Meetings } from '#bookings/screens/meetings.tsx';
import { MyTasks } from '#crm/activities/screens/my-tasks.tsx';
import { useActivityWords } from '#crm/activities/screens/words.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { PageBar } from '#ui/page-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useTitle } from '#ui/title.ts';

const here = getRouteApi('/tasks');

/** What one has to do, over all records (P6); who sees all records may look at a colleague's. */
export function TasksPage() {
  const t = useActivityWords();
  const { member, may } = useMe();
  const { done, of } = here.useSearch();
  const maySeeOthers = may('see-all-records');
  const assigneeId = (maySeeOthers && of) || member.id;
  useTitle(t('mine.title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('mine.title')} />
      <div className="scroll-pane min-h-0 flex-1 px-6 py-4 max-tablet:px-4">
        <div className="mb-4 flex flex-wrap items-center gap-3">
          <State done={done === true} />
          {maySeeOthers && <Whose memberId={assigneeId} />}
        </div>
        <div className="grid max-w-260 gap-8">
          <Meetings path={`/api/members/${assigneeId}`} most={5} />
          <MyTasks assigneeId={assigneeId} state={done ? 'done' : 'open'} />
        </div>
      </div>
    </main>
  );
}

function State({ done }: { done: boolean }) {
  const t = useActivityWords();
  const go = here.useNavigate();
  const show = (value: 'open' | 'done') =>
    void go({ search: ({ done: _, ...rest }) => (value === 'done' ? { ...rest, done: true } : rest) });
  return (
    <Segmented
      label={t('mine.state')}
      items={[
        { value: 'open', label: t('mine.open') },
        { value: 'done', label: t('mine.done') },
      ]}
      value={done ? 'done' : 'open'}
      onChange={show}
    />
  );
}

function Whose({ memberId }: { memberId: string }) {
  const t = useActivityWords();
  const { member } = useMe();
  const go = here.useNavigate();
  const choose = (of: string | null) =>
    void go({ search: ({ of: _, ...rest }) => (of && of !== member.id ? { ...rest, of } : rest) });
  return (
    <div className="w-56 max-w-full">
      <MemberPicker aria-label={t('tasks.assignee')} value={memberId} known={member} onChange={choose} />
    </div>
  );
}
