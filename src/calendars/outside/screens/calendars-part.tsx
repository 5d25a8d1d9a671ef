import { useQuery } from '@tanstack/react-query';
import { CalendarSync } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useKeptFocus } from '#people/screens/use-kept-focus.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { CalendarList } from './calendar-list.tsx';
import { calendarsQuery, isOutside } from './calendar-queries.ts';
import { ConnectDialog } from './connect-dialog.tsx';
import { useOutsideWords } from './words.ts';

/** The calendars of a member, and a way to connect another. `around` puts that button where the screen wants it. */
export function CalendarsPart(props: {
  memberId: string;
  around: (connect: ReactNode, list: ReactNode) => ReactNode;
}) {
  const t = useOutsideWords();
  const { memberId } = props;
  const [isConnecting, setConnecting] = useState(false);
  const calendars = useQuery(calendarsQuery(memberId));
  const connect = () => setConnecting(true);
  useShortcuts({ c: connect });
  const list = useKeptFocus(`${isConnecting} ${calendars.data?.items.length}`);
  const hasNone = calendars.data?.items.every((one) => !isOutside(one));
  const button = (
    <Button icon={CalendarSync} shortcut="C" onClick={connect}>
      {t('connect.open')}
    </Button>
  );
  return props.around(
    calendars.data && !hasNone && button,
    <section ref={list} tabIndex={-1} aria-label={t('all')} className="focus-visible:shadow-none">
      {calendars.isPending && <Skeleton rows={4} row="text" />}
      {calendars.isError && (
        <Problem
          title={t('failed')}
          onRetry={() => void calendars.refetch()}
          retrying={calendars.isFetching}
        />
      )}
      {calendars.data && <CalendarList memberId={memberId} calendars={calendars.data} />}
      {hasNone && <NothingConnected onConnect={connect} />}
      {isConnecting && <ConnectDialog memberId={memberId} onClose={() => setConnecting(false)} />}
    </section>,
  );
}

function NothingConnected({ onConnect }: { onConnect: () => void }) {
  const t = useOutsideWords();
  return (
    <Empty
      small
      title={t('empty.title')}
      action={
        <Button kind="primary" icon={CalendarSync} onClick={onConnect}>
          {t('connect.open')}
        </Button>
      }
    >
      {t('empty.what')}
    </Empty>
  );
}
