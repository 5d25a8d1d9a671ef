import { Link } from '@tanstack/react-router';
import { recordPage } from '#crm/timeline/screens/record-path.ts';

/** Back to the record that stays. */
export function MergeCrumb({ kind, id, name }: { kind: string; id: string; name: string }) {
  return (
    <Link to={recordPage({ kind, id })} className="max-w-80 truncate" title={name}>
      <bdi>{name}</bdi>
    </Link>
  );
}
