import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Ellipsis, Trash2 } from 'lucide-react';
import { ImportDraft, useImportDraft, type ImportDraftNow } from '#crm/transfer/screens/import-draft.tsx';
import { importQuery, type ImportView } from '#crm/transfer/screens/import-queries.ts';
import { ImportRun } from '#crm/transfer/screens/import-run.tsx';
import { useImportActs, type ImportActs } from '#crm/transfer/screens/use-import-acts.ts';
import { useTransferWords } from '#crm/transfer/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useTitle } from '#ui/title.ts';
import { useEscape } from '#ui/use-escape.ts';
import { useLanguage } from '#ui/words.tsx';
import { RecordLoading } from '../record/record-loading.tsx';
import { ImportedList } from './imported-list.tsx';

const here = getRouteApi('/imports/$importId');

/** One file on its way to become records. */
export function ImportPage() {
  const { importId } = here.useParams();
  const found = useQuery(importQuery(importId));
  return found.data ? <Import key={importId} found={found.data} /> : <RecordLoading found={found} />;
}

function Import({ found }: { found: ImportView }) {
  const t = useTransferWords();
  const go = here.useNavigate();
  const leave = () => void go({ to: '/imports', search: { kind: found.kind } });
  const acts = useImportActs(found.id, leave);
  const draft = useImportDraft(found);
  const toImports = <Link to="/imports" search={{ kind: found.kind }} />;
  useTitle(found.name);
  useEscape(leave);
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar
        crumb={
          <Link to="/imports" search={{ kind: found.kind }}>
            {t(`heading.${found.kind}`)}
          </Link>
        }
        title={<bdi title={found.name}>{found.name}</bdi>}
        actions={<Deeds draft={draft} acts={acts} />}
      />
      {found.state === 'draft' ? (
        <ImportDraft draft={draft} />
      ) : (
        <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
          <ImportRun
            found={found}
            acts={acts}
            toList={<ImportedList found={found} />}
            toNext={<LinkButton render={toImports}>{t('another')}</LinkButton>}
          />
        </div>
      )}
    </main>
  );
}

function Deeds({ draft, acts }: { draft: ImportDraftNow; acts: ImportActs }) {
  const t = useTransferWords();
  const { state } = draft.found;
  if (state === 'running') {
    return (
      <Button busy={acts.isBusy} onClick={acts.stop}>
        {t('stop')}
      </Button>
    );
  }
  return (
    <>
      <More isDraft={state === 'draft'} onRemove={acts.remove} />
      {state === 'draft' && <Begin draft={draft} acts={acts} />}
    </>
  );
}

/** Says how many rows become something, once that is known of all of them. */
function Begin({ draft: { found, seen, preview }, acts }: { draft: ImportDraftNow; acts: ImportActs }) {
  const t = useTransferWords();
  const language = useLanguage();
  const count = seen ? seen.counts.new + seen.counts.update : 0;
  const isWhole = seen?.looked === found.rows;
  const words = t('begin.rows', { count, rows: count.toLocaleString(language) });
  return (
    <Button
      kind="primary"
      busy={acts.isBusy || preview.isFetching}
      disabled={!seen || (isWhole && count === 0)}
      onClick={acts.run}
    >
      {isWhole && count > 0 ? words : t('begin.plain')}
    </Button>
  );
}

function More({ isDraft, onRemove }: { isDraft: boolean; onRemove: () => void }) {
  const t = useTransferWords();
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label={t('more')} />}>
      <MenuItem icon={Trash2} danger onSelect={onRemove}>
        {t(isDraft ? 'remove.draft' : 'remove.ended')}
      </MenuItem>
    </Menu>
  );
}
