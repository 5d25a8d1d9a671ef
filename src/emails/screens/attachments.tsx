import { Paperclip } from 'lucide-react';
import { useRef, useState } from 'react';
import { Chip } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { useReader } from '#ui/dates.tsx';
import { request } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import type { EmailFile } from '../email.ts';
import { uploadFile } from './upload-file.ts';
import { useEmailWords } from './words.ts';

export interface AttachmentsProps {
  files: readonly EmailFile[];
  onAdd: (file: EmailFile) => void;
  onRemove: (id: string) => void;
  error?: string;
}

/** Files go up as soon as they are chosen, so that sending is quick and a refusal comes at once. */
export function Attachments({ files, onAdd, onRemove, error }: AttachmentsProps) {
  const t = useEmailWords();
  const field = useRef<HTMLInputElement>(null);
  const { add, isBusy } = useUpload(onAdd);
  const size = useSizeWords();
  const remove = (file: EmailFile) => {
    onRemove(file.id);
    void request('DELETE', `/api/email-files/${file.id}`).catch(() => undefined);
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5">
      <input
        ref={field}
        type="file"
        multiple
        hidden
        aria-label={t('files.attach')}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Button kind="quiet" icon={Paperclip} busy={isBusy} onClick={() => field.current?.click()}>
        {t('files.attach')}
      </Button>
      {files.map((file) => (
        <Chip key={file.id} name={file.name} onRemove={() => remove(file)}>
          <bdi title={file.name}>{file.name}</bdi> <span className="tabular">{size(file.size)}</span>
        </Chip>
      ))}
      {error && (
        <p role="alert" className="w-full text-12 text-danger">
          {error}
        </p>
      )}
    </div>
  );
}

function useUpload(onAdd: AttachmentsProps['onAdd']) {
  const t = useEmailWords();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const add = async (chosen: File[]) => {
    setBusy(true);
    for (const file of chosen) {
      try {
        onAdd(await uploadFile(file));
      } catch (error) {
        toast.failed(t('files.failed', { name: file.name, why: (error as Error).message }));
      }
    }
    setBusy(false);
  };
  return { add, isBusy };
}

/** '340 kB' in the reader's language. */
export function useSizeWords(): (bytes: number) => string {
  const { language } = useReader();
  return (bytes) => {
    const unit = bytes < 1_000_000 ? 'kilobyte' : 'megabyte';
    const value = bytes / (unit === 'kilobyte' ? 1000 : 1_000_000);
    const maximumFractionDigits = unit === 'kilobyte' ? 0 : 1;
    const words = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits });
    return words.format(Math.max(value, unit === 'kilobyte' ? 1 : 0));
  };
}
