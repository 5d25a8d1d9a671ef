import { useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import {
  changeLink,
  deleteLink,
  makeLink,
  restoreLink,
  type LinkPage,
  type LinkView,
  type WholeLink,
} from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { copyOf } from './copy-of.ts';

/** What is done with a link from a list: at once, and taken back for a while. */
export function useLinkActs() {
  const t = useLinkWords();
  const toast = useToast();
  const queries = useQueryClient();
  const go = useNavigate();
  const attempt = async <Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await act();
    } catch (error) {
      await refresh(queries);
      toast.failed(sentenceOf(error) ?? t('act.failed'), () => void attempt(act));
      return undefined;
    }
  };
  const turn = async (link: LinkView, active: boolean) => {
    show(queries, { ...link, active });
    const saved = await attempt(() => changeLink(link.id, { active }));
    if (!saved) return;
    keep(queries, saved);
    const text = t(active ? 'act.switchedOn' : 'act.switchedOff', { title: link.title });
    toast.undo({
      text,
      onUndo: () =>
        void attempt(() => changeLink(link.id, { active: !active })).then(
          (back) => back && keep(queries, back),
        ),
    });
  };
  const restore = async (link: LinkView, wasActive = false) => {
    const back = await attempt(async () => {
      const restored = await restoreLink(link.id);
      return wasActive ? changeLink(link.id, { active: true }) : restored;
    });
    if (back) await refresh(queries);
    return back;
  };
  const remove = async (link: LinkView) => {
    if (!(await attempt(() => deleteLink(link.id).then(() => true)))) return;
    await refresh(queries);
    toast.undo({
      text: t('act.deleted', { title: link.title }),
      onUndo: () => void restore(link, link.active),
    });
  };
  const duplicate = async (link: LinkView) => {
    const made = await attempt(() =>
      makeLink(copyOf(link, t('act.copyTitle', { title: link.title }), new Date().toISOString())),
    );
    if (!made) return;
    await refresh(queries);
    await go({ to: '/links/$linkId', params: { linkId: made.id } });
    toast.done(t('act.duplicated'));
  };
  return {
    turn: (link: LinkView, active: boolean) => void turn(link, active),
    remove: (link: LinkView) => void remove(link),
    duplicate: (link: LinkView) => void duplicate(link),
    restore: (link: LinkView) =>
      void restore(link).then((back) => back && toast.done(t('act.restored', { title: link.title }))),
  };
}

function refresh(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ queryKey: ['links'] });
}

/** Puts a link into every list that shows it. */
function show(queries: QueryClient, link: LinkView): void {
  queries.setQueriesData<InfiniteData<LinkPage>>(
    { queryKey: ['links', 'list'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((one) => (one.id === link.id ? { ...one, ...link } : one)),
        })),
      },
  );
}

function keep(queries: QueryClient, saved: WholeLink): void {
  show(queries, saved);
  queries.setQueryData(['links', 'one', saved.id], saved);
  void queries.invalidateQueries({ queryKey: ['link-times', saved.id] });
}

function sentenceOf(error: unknown): string | undefined {
  return error instanceof RequestProblem && error.status >= 400 && error.status < 500
    ? error.message
    : undefined;
}
