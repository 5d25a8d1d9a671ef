import { Link } from '@tanstack/react-router';
import { ChartBar } from 'lucide-react';
import { LinkButton } from '#ui/link-button.tsx';
import { useFairnessWords } from './words.ts';

/** From a link or a rotation to who got how many of its meetings. */
export function FairnessOf({ search }: { search: { linkId: string } | { rotationId: string } }) {
  const t = useFairnessWords();
  return (
    <p className="mt-4">
      <LinkButton icon={ChartBar} render={<Link to="/fairness" search={search} />}>
        {t('ways.link')}
      </LinkButton>
    </p>
  );
}
