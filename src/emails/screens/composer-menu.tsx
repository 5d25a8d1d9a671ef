import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FileText, PenLine, Save, Settings, Signature, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuGroup, MenuItem, MenuLine, MenuLink } from '#ui/menu.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { Draft, DraftChange } from './draft.ts';
import { signatureQuery, templatesQuery } from './email-queries.ts';
import { SignatureDialog } from './signature-dialog.tsx';
import { TemplateDialog } from './template-dialog.tsx';
import { useEmailWords } from './words.ts';

export interface ComposerMenuProps {
  draft: Draft;
  record: { kind: string; id: string } | null;
  onFill: (change: DraftChange) => void;
  onDrop: () => void;
}

/** What is kept ready: templates, the signature; and throwing the draft away. */
export function ComposerMenu({ draft, record, onFill, onDrop }: ComposerMenuProps) {
  const t = useEmailWords();
  const [asks, setAsks] = useState<'template' | 'signature' | null>(null);
  const { data: signature = '' } = useQuery(signatureQuery);
  const isWritten = draft.html !== '';
  return (
    <>
      <Menu
        align="start"
        side="top"
        trigger={
          <Button kind="quiet" size="m" icon={FileText}>
            {t('ready.open')}
          </Button>
        }
      >
        <Templates draft={draft} record={record} onFill={onFill} />
        <MenuItem icon={Save} disabled={!isWritten} onSelect={() => setAsks('template')}>
          {t('ready.keep')}
        </MenuItem>
        <MenuLink icon={Settings} render={<Link to="/settings/templates" />}>
          {t('ready.manage')}
        </MenuLink>
        <MenuLine />
        <OwnSignature draft={draft} html={signature} onFill={onFill} onChange={() => setAsks('signature')} />
        <MenuLine />
        <MenuItem icon={Trash2} danger onSelect={onDrop}>
          {t('ready.drop')}
        </MenuItem>
      </Menu>
      {asks === 'template' && <TemplateDialog draft={draft} onClose={() => setAsks(null)} />}
      {asks === 'signature' && <SignatureDialog html={signature} onClose={() => setAsks(null)} />}
    </>
  );
}

interface OwnSignatureProps extends Pick<ComposerMenuProps, 'draft' | 'onFill'> {
  html: string;
  onChange: () => void;
}

function OwnSignature({ draft, html, onFill, onChange }: OwnSignatureProps) {
  const t = useEmailWords();
  return (
    <>
      {html !== '' && (
        <MenuItem icon={Signature} onSelect={() => onFill({ html: `${draft.html}${html}` })}>
          {t('ready.sign')}
        </MenuItem>
      )}
      <MenuItem icon={PenLine} onSelect={onChange}>
        {t('ready.signature')}
      </MenuItem>
    </>
  );
}

function Templates({ draft, record, onFill }: Pick<ComposerMenuProps, 'draft' | 'record' | 'onFill'>) {
  const t = useEmailWords();
  const { data = [] } = useQuery(templatesQuery);
  const fill = useFill(draft, record, onFill);
  if (data.length === 0) return null;
  return (
    <MenuGroup label={t('ready.templates')}>
      {data.map((template) => (
        <MenuItem key={template.id} icon={FileText} onSelect={() => void fill(template.id)}>
          {template.name}
        </MenuItem>
      ))}
    </MenuGroup>
  );
}

interface Filled {
  subject: string;
  html: string;
  missing: string[];
}

/** A subject that was typed stays; the text comes below what is written. */
function useFill(draft: Draft, record: ComposerMenuProps['record'], onFill: ComposerMenuProps['onFill']) {
  const t = useEmailWords();
  const toast = useToast();
  const queries = useQueryClient();
  return async (templateId: string) => {
    try {
      const path = `/api/email-templates/${templateId}/filling`;
      const { subject, html, missing } = await request<Filled>('POST', path, {
        body: { record, to: draft.to[0]?.address },
      });
      const signature = draft.html === '' ? await queries.ensureQueryData(signatureQuery) : '';
      onFill((now) => ({ subject: now.subject || subject, html: `${now.html}${html}${signature}` }));
      if (missing.length > 0) toast.failed(t('ready.missing', { names: missing.join(', ') }));
    } catch (error) {
      toast.failed(t('ready.failed', { why: (error as Error).message }));
    }
  };
}
