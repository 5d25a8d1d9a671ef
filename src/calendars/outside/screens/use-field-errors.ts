import { RequestProblem } from '#ui/request.ts';
import { useOutsideWords } from './words.ts';

/** Why each field was refused; what belongs to none, or that the server failed, is `whole`. */
export function useFieldErrors<Name extends string>(
  error: Error | null,
  names: readonly Name[],
): Partial<Record<Name | 'whole', string>> {
  const t = useOutsideWords();
  if (error === null) return {};
  if (!(error instanceof RequestProblem) || error.status === 0 || error.status >= 500)
    return { whole: t('serverFailed') } as Partial<Record<Name | 'whole', string>>;
  const found = names.flatMap((name) => {
    const at = error.errors.find(({ path }) => path === name);
    return at ? [[name, at.message]] : [];
  });
  return Object.fromEntries(found.length > 0 ? found : [['whole', error.message]]) as Partial<
    Record<Name | 'whole', string>
  >;
}
