import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { rotationsQuery } from '#rotations/screens/rotation-queries.ts';
import { useRotationRights } from '#rotations/screens/use-rights.ts';
import { Combobox } from '#ui/combobox.tsx';
import { linkNamesQuery, type FairnessReport } from './fairness-queries.ts';
import { useFairnessWords } from './words.ts';

const here = getRouteApi('/fairness');

interface Subject {
  value: string;
  label: string;
  hint?: string;
  kind: 'link' | 'rotation' | null;
}

/** Everything, or one link that chooses its hosts, or one rotation. */
export function OfWhat({ of }: { of: FairnessReport['of'] }) {
  const t = useFairnessWords();
  const go = here.useNavigate();
  const everything: Subject = { value: '', label: t('of.all'), kind: null };
  const items = [everything, ...useSubjects()];
  const value: Subject = of ? { value: of.id, label: of.name, kind: of.kind } : everything;
  const choose = (chosen: Subject | null) => {
    const id = chosen?.value || undefined;
    void go({
      search: ({ period, from, to }) => ({
        ...(period && { period }),
        ...(from && to && { from, to }),
        ...(chosen?.kind === 'link' && { linkId: id }),
        ...(chosen?.kind === 'rotation' && { rotationId: id }),
      }),
      replace: true,
    });
  };
  return (
    <span className="w-64 max-w-full">
      <Combobox size="s" aria-label={t('of.label')} items={items} value={value} onChange={choose} />
    </span>
  );
}

function useSubjects(): Subject[] {
  const t = useFairnessWords();
  const { see } = useRotationRights();
  const { data: links = [] } = useQuery(linkNamesQuery);
  const { data: rotations = [] } = useQuery({ ...rotationsQuery(), enabled: see });
  return [
    ...links
      .filter(({ hostIds }) => hostIds.length > 1)
      .map(({ id, title }) => ({ value: id, label: title, hint: t('of.link'), kind: 'link' as const })),
    ...rotations.map(({ id, name }) => {
      return { value: id, label: name, hint: t('of.rotation'), kind: 'rotation' as const };
    }),
  ];
}
