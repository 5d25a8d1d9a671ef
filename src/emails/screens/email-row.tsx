import { ChevronDown, ChevronRight, Paperclip } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useDates } from '#ui/dates.tsx';
import { EmailBody } from './email-body.tsx';
import type { EmailView } from './email-queries.ts';
import { EmailState } from './email-state.tsx';
import { useEmailWords } from './words.ts';

export interface EmailRowProps {
  email: EmailView;
  path: string;
  onAnswer?: () => void;
  /** Somebody came for this one: it is open, in sight, and has the focus. */
  isWanted?: boolean;
}

/** One line; pressed, it opens to what was written and what can be done. */
export function EmailRow({ email, path, onAnswer, isWanted = false }: EmailRowProps) {
  const [isOpen, setOpen] = useState(isWanted);
  const body = useId();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isWanted) button.current?.focus();
  }, [isWanted]);
  const Arrow = isOpen ? ChevronDown : ChevronRight;
  return (
    <li className="min-w-0 border-b border-line">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={body}
        className="flex min-h-(--row) w-full min-w-0 items-start gap-2 py-2 text-start hover:bg-hover touch:min-h-(--touch)"
        onClick={() => setOpen(!isOpen)}
      >
        <Arrow aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" strokeWidth={1.75} />
        <Line email={email} />
      </button>
      {isOpen && (
        <div id={body} className="min-w-0 ps-6 pb-3">
          <EmailBody email={email} path={path} onAnswer={onAnswer} />
        </div>
      )}
    </li>
  );
}

function Line({ email }: { email: EmailView }) {
  const dates = useDates();
  const at = email.sendAt ?? email.at;
  return (
    <span className="grid min-w-0 flex-1 gap-0.5">
      <span className="flex min-w-0 items-baseline gap-2">
        <bdi className="min-w-0 flex-1 truncate font-medium" title={email.subject}>
          {email.subject}
        </bdi>
        {email.attachments.length > 0 && (
          <Paperclip aria-hidden className="size-3.5 shrink-0 text-faint" strokeWidth={1.75} />
        )}
        <time dateTime={at} title={dates.when(at)} className="shrink-0 text-12 text-faint">
          {dates.briefDay(dates.dateOf(at))}, {dates.time(at)}
        </time>
      </span>
      <span className="flex min-w-0 items-center gap-3 text-12 text-muted">
        <span className="shrink-0">
          <EmailState state={email.state} />
        </span>
        <Who email={email} />
      </span>
      {email.error && (
        <span className="text-12 wrap-anywhere text-danger" dir="auto">
          {email.error}
        </span>
      )}
    </span>
  );
}

function Who({ email }: { email: EmailView }) {
  const t = useEmailWords();
  const names = [...email.to, ...email.cc].map(({ address }) => address).join(', ');
  const from = email.from.name || email.from.address;
  const said = email.direction === 'in' ? t('row.from', { name: from }) : t('row.to', { names });
  return (
    <bdi className="min-w-0 truncate" title={said}>
      {said}
    </bdi>
  );
}
