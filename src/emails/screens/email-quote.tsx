import { useInfiniteQuery } from '@tanstack/react-query';
import { recordPath } from '#crm/timeline/screens/record-path.ts';
import type { TimelineEntry } from '#crm/timeline/screens/timeline-queries.ts';
import { SendAgain } from './email-acts.tsx';
import { emailsQuery } from './email-queries.ts';
import { EmailState } from './email-state.tsx';

/** An e-mail as a timeline quotes it: its first words and how it fares now. */
export function EmailQuote({ entry: { data, record } }: { entry: TimelineEntry }) {
  const found = useInfiniteQuery(emailsQuery(recordPath(record)));
  const emails = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const email = emails.find(({ id }) => id === data['emailId']);
  return (
    <div className="grid min-w-0 gap-0.5">
      <p dir="auto" className="line-clamp-2 wrap-anywhere">
        {String(data['preview'] ?? '')}
      </p>
      {email && email.direction === 'out' && (
        <span className="text-12">
          <EmailState state={email.state} />
        </span>
      )}
      {email?.error && (
        <p dir="auto" className="text-12 wrap-anywhere text-danger">
          {email.error}
        </p>
      )}
      {email && (
        <span className="empty:hidden">
          <SendAgain email={email} />
        </span>
      )}
    </div>
  );
}
