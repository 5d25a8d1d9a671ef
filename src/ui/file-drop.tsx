import { FileText, Paperclip, Upload, X } from 'lucide-react';
import { useId, useRef, useState, type DragEvent, type RefObject } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { kindWords, refusalOf, sizeWords, type FileLimits } from './file-check.ts';
import { IconButton } from './icon-button.tsx';
import { Meter } from './meter.tsx';
import { usePartWords } from './parts-words.ts';
import { useLanguage } from './words.tsx';

export interface FileDropProps extends FileLimits {
  /** What is asked for, read aloud: 'File to import'. */
  label: string;
  files: readonly File[];
  /** Only files within the limits; with `many` the new ones come after those chosen before. */
  onChange: (files: File[]) => void;
  many?: boolean;
  /** How much has been sent, from 0 to 1; meanwhile nothing can be changed. */
  progress?: number | null;
  /** Why the server refuses what was chosen. */
  error?: string;
  disabled?: boolean;
}

/** Files chosen by a button or dropped. What cannot be taken is said with its reason and not taken. */
export function FileDrop(props: FileDropProps) {
  const { files, progress = null } = props;
  const input = useRef<HTMLInputElement>(null);
  const { refusal, take, remove } = useTaking(props);
  const { isOver, hands } = useOver(props.disabled || progress !== null ? null : take);
  const reason = refusal ?? props.error;
  const reasonId = useId();
  return (
    <fieldset
      aria-label={props.label}
      aria-describedby={reason ? reasonId : undefined}
      {...hands}
      className={classNames(
        'min-w-0 rounded-r border border-dashed p-4 transition-colors duration-(--fast)',
        isOver ? 'border-accent bg-accent-soft' : reason ? 'border-danger' : 'border-line-strong',
      )}
    >
      {(files.length === 0 || props.many) && progress === null && (
        <Ask {...props} input={input} isOver={isOver} take={take} />
      )}
      <Chosen files={files} progress={progress} onRemove={props.disabled ? undefined : remove} />
      <p id={reasonId} role="alert" className={reason ? 'mt-2 wrap-anywhere text-danger' : 'sr-only'}>
        {reason}
      </p>
    </fieldset>
  );
}

type AskProps = FileDropProps & {
  input: RefObject<HTMLInputElement | null>;
  isOver: boolean;
  take: (files: readonly File[]) => void;
};

function Ask({ input, isOver, take, many = false, accept, disabled, ...props }: AskProps) {
  const t = usePartWords();
  const limits = useLimitWords({ accept, most: props.most });
  const drop = isOver ? 'files.dropNow' : many ? 'files.orDropMany' : 'files.orDrop';
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        icon={many ? Paperclip : Upload}
        size="m"
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {t(many ? 'files.chooseMany' : 'files.choose')}
      </Button>
      <span className="text-faint touch:hidden">{t(drop)}</span>
      {limits && <span className="w-full text-12 text-faint">{limits}</span>}
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={many}
        aria-label={props.label}
        onChange={(event) => {
          take([...(event.target.files ?? [])]);
          // The same file can be chosen again after it was mended.
          event.target.value = '';
        }}
      />
    </div>
  );
}

interface ChosenProps {
  files: readonly File[];
  progress: number | null;
  onRemove?: (file: File) => void;
}

function Chosen({ files, progress, onRemove }: ChosenProps) {
  const t = usePartWords();
  const language = useLanguage();
  if (files.length === 0) return null;
  return (
    <ul className="flex min-w-0 flex-col gap-1 not-first:mt-3">
      {files.map((file) => (
        <li
          key={`${file.name} ${file.size} ${file.lastModified}`}
          className="flex min-w-0 items-center gap-2"
        >
          <FileText aria-hidden className="size-4 shrink-0 text-faint" strokeWidth={1.75} />
          <span dir="auto" title={file.name} className="min-w-0 truncate font-medium">
            {file.name}
          </span>
          <span className="tabular shrink-0 text-12 text-faint">{sizeWords(file.size, language)}</span>
          {onRemove && progress === null && (
            <IconButton
              icon={X}
              label={t('files.remove', { name: file.name })}
              onClick={() => onRemove(file)}
              className="ms-auto"
            />
          )}
        </li>
      ))}
      {progress !== null && (
        <li className="mt-1">
          <Meter
            label={t('files.sending', { name: files[0]!.name })}
            value={Math.round(progress * 100)}
            max={100}
            text={progress.toLocaleString(language, { style: 'percent' })}
          />
        </li>
      )}
    </ul>
  );
}

function useLimitWords({ accept, most }: FileLimits): string {
  const t = usePartWords();
  const language = useLanguage();
  const size = most === undefined ? '' : sizeWords(most, language);
  if (accept && size) return t('files.kinds', { kinds: kindWords(accept), size });
  return size ? t('files.most', { size }) : accept ? kindWords(accept) : '';
}

const REFUSALS = {
  'wrong-kind': 'files.wrongKind',
  'too-large': 'files.tooLarge',
  empty: 'files.isEmpty',
} as const;

function useTaking({ files, onChange, many = false, accept, most }: FileDropProps) {
  const t = usePartWords();
  const language = useLanguage();
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (offered: readonly File[]) => {
    if (offered.length === 0) return;
    const refused = offered.find((file) => refusalOf(file, { accept, most }));
    const why = refused && refusalOf(refused, { accept, most });
    const values = {
      name: refused?.name ?? '',
      kinds: kindWords(accept ?? ''),
      size: sizeWords(refused?.size ?? 0, language),
      most: sizeWords(most ?? 0, language),
    };
    const tooMany = !many && offered.length > 1;
    setRefusal(why ? t(REFUSALS[why], values) : tooMany ? t('files.onlyOne') : null);
    const good = offered.filter((file) => !refusalOf(file, { accept, most }));
    if (good.length > 0 && !tooMany) onChange(many ? [...files, ...good] : good);
  };
  const remove = (file: File) => {
    setRefusal(null);
    onChange(files.filter((other) => other !== file));
  };
  return { refusal, take, remove };
}

/** Entering a child leaves its parent, so what is entered and left is counted. */
function useOver(take: ((files: readonly File[]) => void) | null) {
  const [depth, setDepth] = useState(0);
  const isFiles = (event: DragEvent) => take !== null && event.dataTransfer.types.includes('Files');
  const hands = {
    onDragEnter: (event: DragEvent) => isFiles(event) && setDepth((count) => count + 1),
    onDragLeave: (event: DragEvent) => isFiles(event) && setDepth((count) => Math.max(0, count - 1)),
    onDragOver: (event: DragEvent) => isFiles(event) && event.preventDefault(),
    onDrop: (event: DragEvent) => {
      if (!isFiles(event)) return;
      event.preventDefault();
      setDepth(0);
      take?.([...event.dataTransfer.files]);
    },
  };
  return { isOver: depth > 0, hands };
}
