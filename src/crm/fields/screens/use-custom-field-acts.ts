import { useQueryClient } from '@tanstack/react-query';
import { request, RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { customFieldsQuery, type CustomField, type CustomKind } from './custom-field-queries.ts';
import { useFieldWords } from './words.ts';

const PATH = '/api/custom-fields';

/** Where the records of a kind are kept by the screens: a field that comes back brings its values along. */
const RECORDS = {
  company: 'companies',
  contact: 'contacts',
  lead: 'leads',
  deal: 'deals',
  ticket: 'tickets',
} as const satisfies Record<CustomKind, string>;

/** What is done with the fields of one kind from their list: their order, the trash and back. */
export function useCustomFieldActs(kind: CustomKind) {
  const t = useFieldWords();
  const toast = useToast();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const { queryKey } = customFieldsQuery(kind);
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey });
    void queries.invalidateQueries({ queryKey: [RECORDS[kind]] });
  };
  const restore = ({ id }: CustomField) =>
    attempt(async () => {
      await request('POST', `${PATH}/${id}/restoration`);
      await refresh();
    });
  return {
    restore: (field: CustomField) => void restore(field),
    /** They stand at once where they were put. */
    order: (fields: CustomField[]) => {
      queries.setQueryData(queryKey, fields);
      const body = { kind, ids: fields.map(({ id }) => id) };
      const ordered = attempt(() => request('PUT', `${PATH}/order`, { body }));
      void ordered.then(() => queries.invalidateQueries({ queryKey }));
    },
    remove: (field: CustomField) =>
      void attempt(async () => {
        await request('DELETE', `${PATH}/${field.id}`);
        await refresh();
        toast.undo({ text: t('custom.deleted', { name: field.label }), onUndo: () => void restore(field) });
      }),
  };
}

/** Says why an act failed, with a way to try again where the server was not reached. */
function useAttempt() {
  const t = useFieldWords();
  const toast = useToast();
  return async function attempt(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (error instanceof RequestProblem && error.status > 0) toast.failed(error.message);
      else toast.failed(t('custom.unreachable'), () => void attempt(act));
    }
  };
}
