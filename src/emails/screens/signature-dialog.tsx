import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { request } from '#ui/request.ts';
import { RichText } from '#ui/rich-text.tsx';
import { signatureQuery } from './email-queries.ts';
import { useEmailWords } from './words.ts';

/** One's own signature. */
export function SignatureDialog({ html: kept, onClose }: { html: string; onClose: () => void }) {
  const t = useEmailWords();
  const queries = useQueryClient();
  const [html, setHtml] = useState(kept);
  const save = useMutation({
    mutationFn: () => request<{ html: string }>('PUT', '/api/email-signature', { body: { html } }),
    onSuccess: (now) => {
      queries.setQueryData(signatureQuery.queryKey, now.html);
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={t('ready.signature')}
      onClose={onClose}
      keepsTyped
      footer={
        <>
          <Button onClick={onClose}>{t('later.back')}</Button>
          <Button kind="primary" busy={save.isPending} onClick={() => save.mutate()}>
            {t('ready.saveSignature')}
          </Button>
        </>
      }
    >
      <RichText
        label={t('ready.signature')}
        value={html}
        onChange={setHtml}
        error={save.error?.message}
        focused
      />
    </Dialog>
  );
}
