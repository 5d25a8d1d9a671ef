import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ColumnMap } from './column-map.tsx';
import { FileFacts } from './file-facts.tsx';
import { Foreseen } from './foreseen.tsx';
import { importQuery, previewQuery, type ImportView, type MappingView } from './import-queries.ts';
import { firstMapping, hasName } from './mapping.ts';
import { RowTreatment } from './row-treatment.tsx';

/** How the rows are to become records, kept as it is said, and what that comes to. */
export function useImportDraft(found: ImportView) {
  const queries = useQueryClient();
  const [mapping, setMapping] = useState(() => firstMapping(found));
  const isReady = found.state === 'draft' && hasName(mapping);
  const preview = useQuery({
    ...previewQuery(found.id, mapping),
    enabled: isReady,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
  const change = (next: MappingView) => {
    setMapping(next);
    // Whoever comes back to this page finds it as they left it.
    if (hasName(next)) queries.setQueryData(importQuery(found.id).queryKey, { ...found, mapping: next });
  };
  const seen = isReady && !preview.isPlaceholderData ? preview.data : undefined;
  return { found, mapping, change, preview, seen };
}

export type ImportDraftNow = ReturnType<typeof useImportDraft>;

/** Left how the file is read, right what comes of it. */
export function ImportDraft({ draft }: { draft: ImportDraftNow }) {
  const { found, mapping, change, preview } = draft;
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[min(28rem,45%)_minmax(0,1fr)] max-desk:block max-desk:overflow-auto">
      <div className="scroll-pane min-h-0 border-e border-line px-6 py-5 max-desk:border-e-0 max-desk:border-b max-tablet:px-4">
        <FileFacts found={found} />
        <ColumnMap found={found} mapping={mapping} onChange={change} />
        <RowTreatment found={found} mapping={mapping} onChange={change} />
      </div>
      <div className="scroll-pane min-h-0 px-6 py-5 max-tablet:px-4">
        <Foreseen found={found} mapping={mapping} preview={preview} />
      </div>
    </div>
  );
}
