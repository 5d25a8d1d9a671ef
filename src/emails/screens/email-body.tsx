import { useQuery } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Problem } from '#ui/problem.tsx';
import { RichTextView } from '#ui/rich-text-view.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useSizeWords } from './attachments.tsx';
import { EmailActs } from './email-acts.tsx';
import { emailQuery, type EmailView, type WholeEmail } from './email-queries.ts';
import type { EmailRowProps } from './email-row.tsx';
import { EmailState } from './email-state.tsx';
import { useEmailWords } from './words.ts';

/** What an e-mail says, how each recipient fared, its files, and what can still be done. */
export function EmailBody({ email, path, onAnswer }: EmailRowProps) {
  const t = useEmailWords();
  const { data, isError, isFetching, refetch } = useQuery({
    ...emailQuery(email.id, email),
    placeholderData: (before) => before,
  });
  if (isError && !data) {
    return <Problem title={t('row.notShown')} onRetry={() => void refetch()} retrying={isFetching} />;
  }
  if (!data) return <Skeleton rows={3} row="text" />;
  return (
    <div className="grid min-w-0 gap-3">
      <Recipients email={email} />
      <RichTextView html={data.html} />
      <Files files={data.attachments} />
      <EmailActs email={email} path={path} onAnswer={onAnswer} />
    </div>
  );
}

/** Each with a state of its own, where they differ. */
function Recipients({ email }: { email: EmailView }) {
  const all = [...email.to, ...email.cc];
  if (email.direction === 'in' || all.length < 2) return null;
  return (
    <ul className="grid min-w-0 gap-1 text-12">
      {all.map(({ address, state, error }) => (
        <li key={address} className="flex min-w-0 flex-wrap items-center gap-x-3">
          <bdi className="min-w-0 wrap-anywhere">{address}</bdi>
          <EmailState state={state} />
          {error && (
            <span className="wrap-anywhere text-danger" dir="auto">
              {error}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function Files({ files }: { files: WholeEmail['attachments'] }) {
  const t = useEmailWords();
  const size = useSizeWords();
  if (files.length === 0) return null;
  return (
    <ul aria-label={t('row.files')} className="grid min-w-0 gap-1">
      {files.map((file) => (
        <li key={file.id} className="flex min-w-0 items-center gap-1.5">
          <Download aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
          <a
            href={`/api/email-files/${file.id}`}
            download={file.name}
            className={`${TEXT_LINK} min-w-0 truncate`}
          >
            <bdi>{file.name}</bdi>
          </a>
          <span className="tabular shrink-0 text-12 text-faint">{size(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
