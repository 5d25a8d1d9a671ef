/** What a file must be before it is taken. */
export interface FileLimits {
  /** As of an input: '.csv,text/csv', 'image/*'. */
  accept?: string;
  /** Bytes. */
  most?: number;
}

export type FileRefusal = 'wrong-kind' | 'too-large' | 'empty';

export function refusalOf(
  file: { name: string; type: string; size: number },
  { accept, most }: FileLimits,
): FileRefusal | null {
  if (accept && !isKind(file, accept)) return 'wrong-kind';
  if (most !== undefined && file.size > most) return 'too-large';
  return file.size === 0 ? 'empty' : null;
}

function isKind({ name, type }: { name: string; type: string }, accept: string): boolean {
  return kindsOf(accept).some((kind) => {
    if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind);
    if (kind.endsWith('/*')) return type.toLowerCase().startsWith(kind.slice(0, -1));
    return type.toLowerCase() === kind;
  });
}

const kindsOf = (accept: string) =>
  accept
    .toLowerCase()
    .split(',')
    .map((kind) => kind.trim())
    .filter(Boolean);

/** As people say it: '.csv, .txt'; endings only, when there are any. */
export function kindWords(accept: string): string {
  const kinds = kindsOf(accept);
  const endings = kinds.filter((kind) => kind.startsWith('.'));
  return (endings.length > 0 ? endings : kinds).join(', ');
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** '1.2 MB', in thousands as drives count. */
export function sizeWords(bytes: number, language: string): string {
  const power = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const figure = bytes / 1000 ** power;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[power],
    unitDisplay: 'short',
    maximumFractionDigits: figure < 10 && power > 0 ? 1 : 0,
  }).format(figure);
}
