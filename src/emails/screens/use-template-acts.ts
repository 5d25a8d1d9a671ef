import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { templatesQuery, type TemplateView } from './email-queries.ts';
import { useEmailWords } from './words.ts';

export type TemplateDraft = Pick<TemplateView, 'name' | 'subject' | 'html' | 'shared'>;

/** Keeps a template, new or changed; what somebody else saved meanwhile is not written over. */
export function useKeepTemplate(template: TemplateView | null, onKept: () => void) {
  const t = useEmailWords();
  const toast = useToast();
  const queries = useQueryClient();
  const keep = useMutation({
    mutationFn: (draft: TemplateDraft) =>
      template
        ? request('PATCH', `/api/email-templates/${template.id}`, { body: draft, version: template.version })
        : request('POST', '/api/email-templates', { body: draft }),
    onSuccess: async () => {
      onKept();
      toast.done(t('ready.kept'));
      await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
    },
  });
  const { error } = keep;
  const wrongs = error instanceof RequestProblem ? error.errors : [];
  const errorAt = (field: string) => wrongs.find(({ path }) => path === field)?.message;
  const isTaken = error instanceof RequestProblem && error.status === 412;
  const why = !error || wrongs.length > 0 ? null : isTaken ? t('template.changedMeanwhile') : error.message;
  return { keep: keep.mutate, isKeeping: keep.isPending, errorAt, why };
}

/** Away at once, and back again within eight seconds. */
export function useDeleteTemplate(): (template: TemplateView) => Promise<void> {
  const t = useEmailWords();
  const toast = useToast();
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
  const failed = (error: unknown) => toast.failed((error as Error).message);
  return async ({ id, name, subject, html, shared }) => {
    const body = { name, subject, html, shared };
    const restore = () => request('POST', '/api/email-templates', { body }).then(refresh, failed);
    try {
      await request('DELETE', `/api/email-templates/${id}`);
      toast.undo({ text: t('template.deleted', { name }), onUndo: () => void restore() });
    } catch (error) {
      failed(error);
    }
    await refresh();
  };
}
