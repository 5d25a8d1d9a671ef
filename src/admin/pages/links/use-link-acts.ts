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
import { useMe } from '#people/screens/use-me.ts';
import { copyOf } from './copy-of.ts';

/** What is done with a link from a list: at once, and taken back for a while. */
export function useLinkActs() {
  const hands = useHands();
  return {
    turn: (link: LinkView, active: boolean) => void turn(hands, link, active),
    remove: (link: LinkView) => void remove(hands, link),
    duplicate: (link: LinkView) => void duplicate(hands, link),
    restore: (link: LinkView) => void restore(hands, link, false),
  };
}

/** Shows a link as it was just saved, wherever it stands on the screen. */
export function useKeepLink(): (saved: WholeLink) => void {
  const queries = useQueryClient();
  return (saved) => keep(queries, saved);
}

type Hands = ReturnType<typeof useHands>;

/** What every act needs. `attempt` says what went wrong, with a way to try again, and answers undefined then. */
function useHands() {
  const t = useLinkWords();
  const toast = useToast();
  const queries = useQueryClient();
  const go = useNavigate();
  const { member, may } = useMe();
  const mayRotate = (member.seat && may('book-for-others')) || may('manage-rotations');
  const attempt = async <Answer>(act: () => Promise<Answer>): Promise<Answer | undefined> => {
    try {
      return await act();
    } catch (error) {
      await refresh(queries);
      toast.failed(sentenceOf(error) ?? t('act.failed'), () => void attempt(act));
      return undefined;
    }
  };
  return { t, toast, queries, go, attempt, mayRotate };
}

async function turn(hands: Hands, link: LinkView, active: boolean): Promise<void> {
  const { t, toast, queries, attempt } = hands;
  show(queries, { ...link, active });
  const put = async (to: boolean) => {
    const saved = await attempt(() => changeLink(link.id, { active: to }));
    if (saved) keep(queries, saved);
    return saved;
  };
  if (!(await put(active))) return;
  const text = t(active ? 'act.switchedOn' : 'act.switchedOff', { title: link.title });
  toast.undo({ text, onUndo: () => void put(!active) });
}

/** `wasActive`: a link comes back switched off; undoing its deletion brings back how it was. */
async function restore(
  { t, toast, queries, attempt }: Hands,
  link: LinkView,
  wasActive: boolean,
): Promise<void> {
  const back = await attempt(async () => {
    const restored = await restoreLink(link.id);
    return wasActive ? changeLink(link.id, { active: true }) : restored;
  });
  if (!back) return;
  await refresh(queries);
  if (!wasActive) toast.done(t('act.restored', { title: link.title }));
}

async function remove(hands: Hands, link: LinkView): Promise<void> {
  const { t, toast, queries, attempt } = hands;
  if (!(await attempt(() => deleteLink(link.id).then(() => true)))) return;
  await refresh(queries);
  const onUndo = () => void restore(hands, link, link.active);
  toast.undo({ text: t('act.deleted', { title: link.title }), onUndo });
}

async function duplicate(
  { t, toast, queries, go, attempt, mayRotate }: Hands,
  link: LinkView,
): Promise<void> {
  const title = t('act.copyTitle', { title: link.title });
  const copy = copyOf(link, { title, now: new Date().toISOString(), mayRotate });
  const made = await attempt(() => makeLink(copy));
  if (!made) return;
  await refresh(queries);
  await go({ to: '/links/$linkId', params: { linkId: made.id } });
  toast.done(t('act.duplicated'));
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
