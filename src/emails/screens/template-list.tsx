import { useQuery } from '@tanstack/react-query';
import { FileText, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMemberName } from '#people/screens/who.tsx';
import { Tag } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Empty } from '#ui/empty.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { templatesQuery, type TemplateView } from './email-queries.ts';
import { TemplateEditor } from './template-editor.tsx';
import { TemplatePreview } from './template-preview.tsx';
import { useDeleteTemplate } from './use-template-acts.ts';
import { useEmailWords } from './words.ts';

/** Templates of the house and one's own, by name; one's own are changed where they stand, others are read. */
export function TemplateList({ onNew }: { onNew: () => void }) {
  const t = useEmailWords();
  const found = useQuery(templatesQuery);
  if (found.isError && !found.data) {
    return (
      <Problem
        title={t('template.failed')}
        onRetry={() => void found.refetch()}
        retrying={found.isFetching}
      />
    );
  }
  if (!found.data) return <Skeleton rows={4} row="text" />;
  if (found.data.length === 0) {
    const first = (
      <Button kind="primary" icon={FileText} onClick={onNew}>
        {t('template.new')}
      </Button>
    );
    return (
      <Empty title={t('template.none')} action={first}>
        {t('template.noneWhat')}
      </Empty>
    );
  }
  return (
    <ul aria-label={t('ready.open')} className="divide-y divide-line rounded-r border border-line">
      {found.data.map((template) => (
        <TemplateRow key={template.id} template={template} />
      ))}
    </ul>
  );
}

function TemplateRow({ template }: { template: TemplateView }) {
  const t = useEmailWords();
  const nameOf = useMemberName();
  const remove = useDeleteTemplate();
  const [isOpen, setOpen] = useState(false);
  const { name, subject, memberId, shared, mine } = template;
  return (
    <li className="flex min-w-0 items-center gap-2 ps-4 pe-2 hover:bg-hover">
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="grid min-h-(--row) min-w-0 flex-1 gap-0.5 py-2 text-start touch:min-h-(--touch)"
      >
        <span className="flex min-w-0 items-center gap-2">
          <bdi className="truncate font-medium" title={name}>
            {name}
          </bdi>
          {!shared && <Tag>{t('template.ownMark')}</Tag>}
        </span>
        <span className="flex min-w-0 gap-3 text-12 text-muted">
          <bdi className="min-w-0 truncate" title={subject}>
            {subject}
          </bdi>
          <bdi className="max-w-40 shrink-0 truncate text-faint">{nameOf(memberId)}</bdi>
        </span>
      </button>
      {mine && (
        <IconButton
          icon={Trash2}
          size="m"
          label={t('template.delete', { name })}
          onClick={() => void remove(template)}
        />
      )}
      {isOpen && mine && <TemplateEditor template={template} onClose={() => setOpen(false)} />}
      {isOpen && !mine && <Shown template={template} onClose={() => setOpen(false)} />}
    </li>
  );
}

function Shown({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const t = useEmailWords();
  return (
    <Dialog
      open
      width="l"
      title={<bdi>{template.name}</bdi>}
      description={t('template.theirs')}
      onClose={onClose}
      footer={<Button onClick={onClose}>{t('template.cancel')}</Button>}
    >
      <TemplatePreview subject={template.subject} html={template.html} />
    </Dialog>
  );
}
