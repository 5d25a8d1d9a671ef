import { useState } from 'react';
import { RequestProblem } from '#ui/request.ts';
import { useToast } from '#ui/toast.tsx';
import { changeLink, type LinkView } from '#links/screens/link-queries.ts';
import { useKeepLink } from '../links/use-link-acts.ts';
import { websiteFrom } from './website-from.ts';
import { useShareWords } from './words.ts';

/** As many as the server keeps of one link. */
const MOST = 50;

/** Names websites that may show a link, and takes them back; what is wrong with one is said at its field. */
export function useAllowedWebsites(link: LinkView) {
  const t = useShareWords();
  const toast = useToast();
  const keep = useKeepLink();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const [said, setSaid] = useState('');
  const put = async (embedOrigins: string[]): Promise<void> => {
    setBusy(true);
    await changeLink(link.id, { embedOrigins })
      .then(keep)
      .finally(() => setBusy(false));
  };
  const add = async (typed: string): Promise<boolean> => {
    const { website, problem } = lookAt(link, typed);
    if (problem) return refuse(t(`allowed.${problem}`, { count: MOST }));
    try {
      await put([...link.embedOrigins, website]);
      setSaid(t('allowed.added', { website }));
      return true;
    } catch (error) {
      return refuse(wordsOf(error) ?? t('allowed.failed'));
    }
  };
  const refuse = (words: string): false => {
    setWrong(words);
    return false;
  };
  const remove = async (website: string): Promise<void> => {
    const rest = link.embedOrigins.filter((one) => one !== website);
    try {
      await put(rest);
      toast.undo({ text: t('allowed.removed', { website }), onUndo: () => void add(website) });
    } catch (error) {
      toast.failed(wordsOf(error) ?? t('allowed.failed'));
    }
  };
  return { add, remove, busy, wrong, said, forgive: () => setWrong(undefined) };
}

type Looked = { website: string; problem: null } | { website: null; problem: 'wrong' | 'twice' | 'most' };

function lookAt({ embedOrigins }: LinkView, typed: string): Looked {
  const website = websiteFrom(typed);
  if (!website) return { website: null, problem: 'wrong' };
  if (embedOrigins.includes(website)) return { website: null, problem: 'twice' };
  if (embedOrigins.length >= MOST) return { website: null, problem: 'most' };
  return { website, problem: null };
}

function wordsOf(error: unknown): string | undefined {
  if (!(error instanceof RequestProblem) || error.status < 400 || error.status >= 500) return undefined;
  return error.errors[0]?.message ?? error.message;
}
