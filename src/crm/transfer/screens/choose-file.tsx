import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileDrop } from '#ui/file-drop.tsx';
import { importQuery, importsQuery, type ImportKind, type ImportView } from './import-queries.ts';
import { uploadCsv } from './upload-csv.ts';
import { RequestProblem } from '#ui/request.ts';
import { useTransferWords } from './words.ts';

const MOST_BYTES = 20_000_000;

/** A file chosen or dropped is sent at once; what it holds is shown by `onOpened`. */
export function ChooseFile({ kind, onOpened }: { kind: ImportKind; onOpened: (found: ImportView) => void }) {
  const t = useTransferWords();
  const { files, sent, error, take } = useUpload(kind, onOpened);
  return (
    <div>
      <FileDrop
        label={t('drop.label')}
        accept=".csv,.txt,.tsv"
        most={MOST_BYTES}
        files={files}
        onChange={take}
        progress={sent}
        error={error ?? undefined}
      />
      <p className="mt-2 text-12 text-faint">{t('drop.how')}</p>
    </div>
  );
}

function useUpload(kind: ImportKind, onOpened: (found: ImportView) => void) {
  const t = useTransferWords();
  const queries = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [sent, setSent] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const take = async (chosen: File[]) => {
    setError(null);
    const [file] = chosen;
    if (!file) return setFiles([]);
    setFiles(chosen);
    setSent(0);
    try {
      const found = await uploadCsv(kind, file, setSent);
      queries.setQueryData(importQuery(found.id).queryKey, found);
      void queries.invalidateQueries({ queryKey: importsQuery.queryKey });
      onOpened(found);
    } catch (problem) {
      setError(whyNot(problem) ?? t('drop.unreachable'));
      setFiles([]);
    } finally {
      setSent(null);
    }
  };
  return { files, sent, error, take: (chosen: File[]) => void take(chosen) };
}

function whyNot(problem: unknown): string | null {
  if (!(problem instanceof RequestProblem) || problem.status === 0) return null;
  return problem.errors[0]?.message ?? problem.message;
}
