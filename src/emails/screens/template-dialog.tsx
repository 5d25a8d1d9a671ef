import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { Draft } from './draft.ts';
import { templatesQuery } from './email-queries.ts';
import { withoutOffers } from './offers/offer-html.ts';
import { useEmailWords } from './words.ts';

/** Keeps what is written as a template of the workspace. */
export function TemplateDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const t = useEmailWords();
  const [name, setName] = useState(draft.subject.slice(0, 80));
  const keep = useKeep(name, draft, onClose);
  return (
    <Dialog
      open
      width="s"
      title={t('ready.keep')}
      description={t('ready.keepWhat', { example: '{{contact.name}}' })}
      onClose={onClose}
      keepsTyped
      footer={
        <>
          <Button onClick={onClose}>{t('later.back')}</Button>
          <Button
            kind="primary"
            busy={keep.isPending}
            disabled={name.trim() === ''}
            onClick={() => keep.mutate()}
          >
            {t('ready.keepIt')}
          </Button>
        </>
      }
    >
      <Field label={t('ready.name')} error={keep.error?.message}>
        <Input value={name} maxLength={80} onChange={setName} />
      </Field>
    </Dialog>
  );
}

function useKeep(name: string, { subject, html }: Draft, onKept: () => void) {
  const t = useEmailWords();
  const toast = useToast();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      request('POST', '/api/email-templates', {
        body: { name, subject: subject || name, html: withoutOffers(html) },
      }),
    onSuccess: async () => {
      onKept();
      toast.done(t('ready.kept'));
      await queries.invalidateQueries({ queryKey: templatesQuery.queryKey });
    },
  });
}
