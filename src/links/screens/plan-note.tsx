import { Link } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useMe } from '#people/screens/use-me.ts';
import { LinkButton } from '#ui/link-button.tsx';
import { Note } from '#ui/note.tsx';
import type { PlanRoom } from './plan-room.ts';
import { useLinkWords } from './words.ts';

/** L8: all links of one's own that the plan allows are on, and what one can do. */
export function FullNote({ room: { limit, used } }: { room: PlanRoom }) {
  const t = useLinkWords();
  const { name } = useMe().workspace.plan;
  return (
    <div className="grid gap-4">
      <Note tone="wait" title={t('plan.full')}>
        <p>
          {t('plan.allows', { name, count: limit })} {t('plan.used', { count: used })}
        </p>
        <p>{t('plan.what')}</p>
      </Note>
      <div className="flex flex-wrap gap-2">
        <LinkButton
          kind="primary"
          size="m"
          icon={CalendarClock}
          render={<Link to="/links/new" search={{ kind: 'specific-times' }} />}
        >
          {t('plan.offerTimes')}
        </LinkButton>
        <LinkButton size="m" render={<Link to="/links" search={{ state: 'on' }} />}>
          {t('plan.mine')}
        </LinkButton>
        <ToPlan />
      </div>
    </div>
  );
}

/** L8: the plan has no scheduler, so that every page of a link is closed. */
export function ClosedNote({ className }: { className?: string }) {
  const t = useLinkWords();
  const { workspace, may } = useMe();
  const manages = may('manage-settings');
  return (
    <Note
      tone="wait"
      className={className}
      title={t('plan.closed', { name: workspace.plan.name })}
      action={manages && <ToPlan />}
    >
      {t('plan.closedWhat')} {!manages && t('plan.askAdmin')}
    </Note>
  );
}

function ToPlan() {
  const t = useLinkWords();
  const { may } = useMe();
  if (!may('manage-settings')) return null;
  return (
    <LinkButton size="m" render={<Link to="/settings/plan" />}>
      {t('plan.change')}
    </LinkButton>
  );
}
