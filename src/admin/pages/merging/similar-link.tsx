import { Link } from '@tanstack/react-router';
import type { SimilarRecord } from '#crm/merging/screens/merging-queries.ts';
import { recordPage } from '#crm/timeline/screens/record-path.ts';
import { TEXT_LINK } from '#ui/text-link.ts';

/** The way to a record that may be the one being typed. */
export function similarLink({ kind, id, name }: SimilarRecord) {
  return (
    <Link to={recordPage({ kind, id })} className={TEXT_LINK} title={name}>
      <bdi>{name}</bdi>
    </Link>
  );
}
