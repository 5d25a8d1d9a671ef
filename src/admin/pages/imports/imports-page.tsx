import { getRouteApi, Link } from '@tanstack/react-router';
import { ChooseFile } from '#crm/transfer/screens/choose-file.tsx';
import { ImportsList } from '#crm/transfer/screens/imports-list.tsx';
import { useTransferWords } from '#crm/transfer/screens/words.ts';
import { PageBar } from '#ui/page-bar.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { useTitle } from '#ui/title.ts';

const here = getRouteApi('/imports');

/** A file to bring in, and those that were brought in before. */
export function ImportsPage() {
  const t = useTransferWords();
  const go = here.useNavigate();
  const { kind = 'contact' } = here.useSearch();
  useTitle(t('title'));
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <PageBar title={t('title')} />
      <div className="scroll-pane flex min-h-0 flex-1 flex-col px-6 py-5 max-tablet:px-4">
        <div className="w-full max-w-140">
          <p className="mb-2 font-medium">{t('kindOf')}</p>
          <Segmented
            label={t('kindOf')}
            items={[
              { value: 'company', label: t('kind.company') },
              { value: 'contact', label: t('kind.contact') },
              { value: 'lead', label: t('kind.lead') },
            ]}
            value={kind}
            onChange={(next) => void go({ search: { kind: next }, replace: true })}
            className="mb-4"
          />
          <ChooseFile
            key={kind}
            kind={kind}
            onOpened={({ id }) => void go({ to: '/imports/$importId', params: { importId: id } })}
          />
        </div>
        <ImportsList rowLink={({ id }) => <Link to="/imports/$importId" params={{ importId: id }} />} />
      </div>
    </main>
  );
}
