import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { refusalWords } from '#links/screens/editor/refusal-words.ts';
import { linkQuery, makeLink, type LinkKind } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { bodyOf, emptyLink, lacksOf, type NewLink } from './new-link.ts';

type FieldName = 'title' | 'slug' | 'hosts' | 'times' | 'expiresAt';

export interface Making {
  link: NewLink;
  change: (change: Partial<NewLink>) => void;
  create: () => void;
  busy: boolean;
  /** What is missing once creating was tried, or why the server refused it. */
  errorOf: (field: FieldName) => string | undefined;
  /** What belongs to no field. */
  failure: string | undefined;
}

/** A link while it is made; what is wrong is said at its field and nothing typed is lost. */
export function useNewLink(kind: LinkKind): Making {
  const t = useLinkWords();
  const { member } = useMe();
  const [link, setLink] = useState(() =>
    emptyLink(kind, t(`new.suggest.${kind}`, { name: member.name }), member.id),
  );
  const [wasTried, setTried] = useState(false);
  const { mutate, isPending, error, reset } = useCreation();
  const lacks = lacksOf(link);
  const refused = refusedFields(error);
  const errorOf = (field: FieldName) => {
    const lack = wasTried && field !== 'slug' && field !== 'expiresAt' ? lacks[field] : undefined;
    const message = refused[field];
    return lack ? t(`new.${lack}`) : message && refusalWords(t, message);
  };
  return {
    link,
    errorOf,
    busy: isPending,
    failure: failureOf(error, Object.keys(refused).length > 0, t('new.failed')),
    change: (change) => {
      reset();
      setLink((before) => ({ ...before, ...change }));
    },
    create: () => {
      setTried(true);
      if (Object.keys(lacks).length === 0 && !isPending) mutate(bodyOf(link, member.timeZone));
    },
  };
}

function useCreation() {
  const t = useLinkWords();
  const toast = useToast();
  const go = useNavigate();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: makeLink,
    onSuccess: async (made) => {
      queries.setQueryData(linkQuery(made.id).queryKey, made);
      void queries.invalidateQueries({ queryKey: ['links', 'list'] });
      await go({ to: '/links/$linkId', params: { linkId: made.id }, replace: true });
      toast.done(t('new.created'));
    },
  });
}

function refusedFields(error: unknown): Partial<Record<FieldName, string>> {
  if (!(error instanceof RequestProblem)) return {};
  if (error.code === 'taken') return { slug: error.message };
  return Object.fromEntries(error.errors.map(({ path, message }) => [fieldAt(path), message]));
}

function fieldAt(path: string): FieldName {
  const head = path.split('.')[0];
  if (head === 'slug' || head === 'times' || head === 'title' || head === 'expiresAt') return head;
  return 'hosts';
}

/** A plan's limit is a sentence of the server's; anything else is told in ours. */
function failureOf(error: unknown, isNamed: boolean, otherwise: string): string | undefined {
  if (!error || isNamed) return undefined;
  return error instanceof RequestProblem && error.status === 409 ? error.message : otherwise;
}
