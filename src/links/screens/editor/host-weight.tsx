import { NumberInput } from '#ui/number-input.tsx';
import { useLanguage } from '#ui/words.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';

interface HostWeightProps {
  id: string;
  name: string;
  /** Of every meeting, 0 to 1; nobody's while they cannot host. */
  part: number | undefined;
}

/** D1: how often somebody is chosen against the others, and which part of the meetings that makes. */
export function HostWeight({ id, name, part }: HostWeightProps) {
  const t = useLinkWords();
  const { link, edit, flush, readOnly } = useEditing();
  const change = (weight: number | null) =>
    weight !== null && edit({ weights: { ...link.weights, [id]: weight } });
  return (
    <span className="flex shrink-0 items-center gap-2">
      <NumberInput
        aria-label={t('hosts.weight', { name })}
        size="s"
        className="w-25"
        unit="×"
        min={1}
        max={1000}
        steps={readOnly ? undefined : { less: t('hosts.less', { name }), more: t('hosts.more', { name }) }}
        readOnly={readOnly}
        value={link.weights?.[id] ?? 1}
        onChange={change}
        onCommit={flush}
      />
      <Part part={part} />
    </span>
  );
}

export function Part({ part }: { part: number | undefined }) {
  const t = useLinkWords();
  const language = useLanguage();
  const words =
    part === undefined
      ? '–'
      : new Intl.NumberFormat(language, {
          style: 'percent',
          maximumFractionDigits: part < 0.1 ? 1 : 0,
        }).format(part);
  return (
    <span className="tabular w-12 shrink-0 text-end text-12 text-muted" title={t('hosts.part')}>
      <span className="sr-only">{t('hosts.part')}: </span>
      {words}
    </span>
  );
}
