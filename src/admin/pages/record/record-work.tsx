import { Link, useSearch } from '@tanstack/react-router';
import { Meetings } from '#bookings/screens/meetings.tsx';
import { Events } from '#crm/activities/screens/events.tsx';
import { Tasks } from '#crm/activities/screens/tasks.tsx';
import type { EmailComposerProps } from '#emails/screens/email-composer.tsx';
import { Tab, Tabs } from '#ui/tabs.tsx';
import { RecordEmails } from './record-emails.tsx';
import { RecordHistory } from './record-history.tsx';
import { recordSearch } from './record-tab.ts';
import { useRecordWords } from './words.ts';

interface RecordWorkProps {
  record: { kind: 'contact' | 'deal' | 'lead' | 'ticket'; id: string };
  /** '/api/leads/018f…' */
  path: string;
  /** To whom an e-mail is offered first. */
  people?: EmailComposerProps['people'];
}

const NOBODY: EmailComposerProps['people'] = [];

/** The middle of a record's page: its history, or its tasks, meetings, events and e-mails (P6, P8, L7). */
export function RecordWork({ record, path, people = NOBODY }: RecordWorkProps) {
  const t = useRecordWords();
  const { tab } = recordSearch(useSearch({ strict: false }));
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <Tabs label={t('parts')}>
        <Tab current={!tab} render={<Link to="." search={{} as never} replace />}>
          {t('history')}
        </Tab>
        <Tab
          current={tab === 'activities'}
          render={<Link to="." search={{ tab: 'activities' } as never} replace />}
        >
          {t('activities')}
        </Tab>
      </Tabs>
      {tab ? (
        <div className="scroll-pane grid min-h-0 flex-1 content-start gap-8 px-6 py-5 max-tablet:px-4">
          <Tasks record={record} />
          <Meetings path={path} />
          <Events record={record} />
          <RecordEmails path={path} record={record} people={people} />
        </div>
      ) : (
        <RecordHistory path={path} />
      )}
    </div>
  );
}
