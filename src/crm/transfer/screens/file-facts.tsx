import { TriangleAlert } from 'lucide-react';
import { Note } from '#ui/note.tsx';
import { useLanguage } from '#ui/words.tsx';
import type { ImportView } from './import-queries.ts';
import { useTransferWords } from './words.ts';

const SEPARATORS = { ',': 'facts.comma', ';': 'facts.semicolon', '\t': 'facts.tab' } as const;

/** How the file was read. Where its letters were guessed that is said before anything is made of them. */
export function FileFacts({ found }: { found: ImportView }) {
  const t = useTransferWords();
  const language = useLanguage();
  const { rows, columns, delimiter, guessed } = found;
  const encoding = ENCODINGS[found.encoding] ?? found.encoding;
  const facts = [
    t('facts.rows', { count: rows, rows: rows.toLocaleString(language) }),
    columns.length > 1 && t(SEPARATORS[delimiter as ','] ?? 'facts.comma'),
    encoding,
  ];
  return (
    <div className="mb-5">
      <p className="text-muted">{facts.filter(Boolean).join(' · ')}</p>
      {guessed && (
        <Note tone="wait" icon={TriangleAlert} className="mt-2">
          {t('facts.guessed', { encoding })}
        </Note>
      )}
    </div>
  );
}

const ENCODINGS: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1250': 'Windows-1250',
  'windows-1252': 'Windows-1252',
};
