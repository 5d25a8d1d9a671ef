import { Copy } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { writeToClipboard } from '#ui/clipboard.ts';
import { useToast } from '#ui/toast.tsx';
import { useSize } from '#ui/use-size.ts';
import type { FairnessReport } from './fairness-queries.ts';
import { markOf } from './share-chart.tsx';
import { useFigures } from './use-figures.ts';
import { useFairnessWords } from './words.ts';

/** The table, tab by tab, as spreadsheets take it. */
export function CopyTable({ report }: { report: FairnessReport }) {
  const t = useFairnessWords();
  const toast = useToast();
  const { phone } = useSize();
  const figures = useFigures(report);
  const lines = [
    [t('table.host'), ...figures.map(({ header }) => header), t('table.mark')],
    ...report.hosts.map((share) => [share.name, ...figures.map(({ of }) => of(share)), markOf(t, share)]),
  ];
  const text = lines.map((line) => line.map(cell).join('\t')).join('\n');
  const copy = () =>
    void writeToClipboard(text).then(
      () => toast.done(t('copy.done')),
      () => toast.failed(t('copy.failed')),
    );
  return (
    <Button icon={Copy} onClick={copy}>
      {t(phone ? 'copy.short' : 'copy.act')}
    </Button>
  );
}

/** A name that begins like a formula is no formula. */
function cell(text: string): string {
  const plain = text.replaceAll(/[\t\n\r]/g, ' ');
  return /^[=+\-@]/.test(plain) ? `'${plain}` : plain;
}
