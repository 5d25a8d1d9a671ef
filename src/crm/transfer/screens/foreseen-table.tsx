import { classNames } from '#ui/class-names.ts';
import { useSize } from '#ui/use-size.ts';
import { useFieldNames } from './field-names.ts';
import { ForeseenLines } from './foreseen-lines.tsx';
import type { ImportView, MappingView, PreviewRow } from './import-queries.ts';
import { mappedOf, type Mapped } from './mapping.ts';
import { RowResult } from './row-result.tsx';
import { useShownValue } from './use-shown-value.ts';
import { useTransferWords } from './words.ts';

export interface ForeseenTableProps {
  found: ImportView;
  mapping: MappingView;
  label: string;
  rows: readonly PreviewRow[];
}

const CELL = 'max-w-56 border-b border-line px-2 py-1.5 align-top first:ps-3 last:pe-3';

/** Rows of the file as they would become records; a refused one stands as it is in the file, with the reason. */
export function ForeseenTable({ found, mapping, label, rows }: ForeseenTableProps) {
  const t = useTransferWords();
  const nameOf = useFieldNames(found.kind);
  const mapped = mappedOf(found, mapping);
  const { phone } = useSize();
  if (phone) return <ForeseenLines found={found} mapped={mapped} label={label} rows={rows} />;
  return (
    // Scrolls sideways, so it can be reached by keyboard.
    <section
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className="scroll-pane min-w-0 rounded-r border border-line"
    >
      <table
        aria-label={label}
        className="w-full border-separate border-spacing-0 [&_tbody>tr:last-child>td]:border-b-0"
      >
        <thead>
          <tr className="text-12 text-faint">
            <Head className="text-end">{t('foreseen.line')}</Head>
            <Head>{t('foreseen.becomes')}</Head>
            {mapped.map(({ name, field }) => (
              <Head key={name}>{nameOf(field)}</Head>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.line} row={row} mapped={mapped} found={found} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Head({ children, className }: { children: string; className?: string }) {
  return (
    <th scope="col" className={classNames(CELL, 'truncate text-start font-medium', className)}>
      {children}
    </th>
  );
}

interface RowProps {
  row: PreviewRow;
  mapped: readonly Mapped[];
  found: ImportView;
}

function Row({ row, mapped, found }: RowProps) {
  const shown = useShownValue();
  const isDim = row.becomes === 'skip' || row.becomes === 'refused';
  return (
    <tr className={isDim ? 'text-muted' : undefined}>
      <td className={classNames(CELL, 'tabular text-end text-faint')}>{row.line}</td>
      <td className={classNames(CELL, row.why && 'min-w-56')}>
        <RowResult row={row} found={found} />
      </td>
      {mapped.map(({ name, at, field }) => (
        <td key={name} className={classNames(CELL, 'truncate')}>
          <bdi title={row.cells[at]}>{shown(field, row, row.cells[at] ?? '')}</bdi>
        </td>
      ))}
    </tr>
  );
}
