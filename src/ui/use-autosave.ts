import { useEffect, useRef, useState } from 'react';
import { request, RequestProblem } from './request.ts';
import { useSavedVoice } from './saved.tsx';
import { usePartWords } from './parts-words.ts';
import { newerOf } from './newer.ts';
import { useToast } from './toast.tsx';

/** What is saved in pieces: the record as it was read, how it is written, what becomes of the answer. */
export interface AutosaveOptions<Kept extends { version: number }> {
  present: Kept;
  /** Sends a change made to `present`; refused with 412 when `version` is not the latest. */
  send: (change: Partial<Kept>, version: number, present: Kept) => Promise<Kept>;
  /** Puts the server's answer, or what somebody else saved, where the screen reads it. */
  accept: (kept: Kept) => void;
}

/** The usual way to send: PATCH with the fields that changed. */
export function patching<Kept>(path: string) {
  return (change: Partial<Kept>, version: number): Promise<Kept> =>
    request<Kept>('PATCH', path, { body: change, version });
}

/** One thing was changed in two places; `mine` has not been saved, `theirs` stands. */
export interface SaveConflict<Kept> {
  mine: Partial<Kept>;
  theirs: Kept;
}

export interface Autosave<Kept> {
  /** What stands with what is being saved laid over it: the next change of a list is made to this. */
  draft: Kept;
  save: (change: Partial<Kept>) => Promise<boolean>;
  /** The same for a field that shows its own refusal: why it was not saved, or null. */
  saveOrSay: (change: Partial<Kept>) => Promise<string | null>;
  /** Why a field was refused, by its path: `name`, `appointmentPage.linkId`. */
  errors: Readonly<Record<string, string>>;
  conflict: SaveConflict<Kept> | null;
  /** Saves what was chosen over theirs; null keeps theirs. */
  settle: (chosen: Partial<Kept> | null) => void;
  /** Decides nothing yet: what was typed stays where it was typed. */
  leave: () => void;
}

/**
 * Saves changes one after the other with the version last read. A change that somebody else's does not touch goes
 * through; one that meets theirs becomes a `conflict` for the person to settle. Refusals stand at their fields;
 * an unreachable server is said with a way to try again, and what was typed stays.
 */
export function useAutosave<Kept extends { version: number }>(
  options: AutosaveOptions<Kept>,
): Autosave<Kept> {
  const { standing, read, take } = useStanding(options);
  const { draft, during } = useDraft(standing);
  const { conflict, ask, close } = useConflict(take);
  const { errors, clear, refuse } = useRefusals();
  const inTurn = useTurns();
  const { say, offer } = useVoiceHere();

  const saveOrSay = (change: Partial<Kept>) => during(change, () => inTurn(() => attempt(change, true)));
  const save = async (change: Partial<Kept>) => (await saveOrSay(change)) === null;

  async function attempt(change: Partial<Kept>, undoable: boolean): Promise<string | null> {
    const before = read().present;
    say('saving');
    try {
      take(await write(read(), change));
      clear(change);
      say('saved');
      if (undoable) offer(() => void inTurn(() => attempt(namesakes(before, change), false)));
      return null;
    } catch (error) {
      say('failed');
      const why = whyOf(error);
      if (isConflict<Kept>(error)) return ask(change, error.facts.present, why);
      refuse(error, change, () => void save(change));
      return why;
    }
  }

  const settle = (chosen: Partial<Kept> | null) => {
    close(null);
    void (chosen ? save(chosen) : say('nothing'));
  };
  return { draft, save, saveOrSay, errors, conflict, settle, leave: () => close(conflict?.why ?? null) };
}

/** Saving waits for the answer: until then a field neither forgets what was typed nor says it is kept. */
function useConflict<Kept>(take: (theirs: Kept) => void) {
  const [conflict, setConflict] = useState<OpenConflict<Kept> | null>(null);
  const ask = (mine: Partial<Kept>, theirs: Kept, why: string) =>
    new Promise<string | null>((done) => setConflict({ mine, theirs, why, done }));
  const close = (answer: string | null) => {
    if (conflict) take(conflict.theirs);
    conflict?.done(answer);
    setConflict(null);
  };
  return { conflict, ask, close };
}

interface OpenConflict<Kept> extends SaveConflict<Kept> {
  why: string;
  done: (why: string | null) => void;
}

function whyOf(error: unknown): string {
  if (!(error instanceof RequestProblem)) return String(error);
  return error.errors[0]?.message ?? error.message;
}

/** What stands: as the screen read it, or newer where an answer came since. */
function useStanding<Kept extends { version: number }>(options: AutosaveOptions<Kept>) {
  const [answer, setAnswer] = useState(options.present);
  const standing = newerOf(options.present, answer);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = { ...options, present: newerOf(options.present, latest.current.present) };
  });
  return {
    standing,
    read: () => latest.current,
    take: (kept: Kept) => {
      setAnswer(kept);
      latest.current = { ...latest.current, present: kept };
      latest.current.accept(kept);
    },
  };
}

/** Lays over what stands the changes that nobody has answered yet, in the order they were made. */
function useDraft<Kept extends object>(standing: Kept) {
  const [underWay, setUnderWay] = useState<readonly Partial<Kept>[]>([]);
  const during = <Answer>(change: Partial<Kept>, act: () => Promise<Answer>): Promise<Answer> => {
    setUnderWay((all) => [...all, change]);
    return act().finally(() => setUnderWay((all) => all.filter((one) => one !== change)));
  };
  return { draft: underWay.reduce<Kept>((all, change) => ({ ...all, ...change }), standing), during };
}

/** Leaving the screen leaves nothing to take back. */
function useVoiceHere() {
  const voice = useSavedVoice();
  const { forget } = voice;
  const leave = useRef(forget);
  useEffect(() => void (leave.current = forget));
  useEffect(() => () => leave.current(), []);
  return voice;
}

/** The same fields as they were before. */
function namesakes<Kept extends object>(before: Kept, change: Partial<Kept>): Partial<Kept> {
  const names = Object.keys(change) as (keyof Kept)[];
  return Object.fromEntries(names.map((name) => [name, before[name]])) as Partial<Kept>;
}

async function write<Kept extends { version: number }>(
  { send, present }: AutosaveOptions<Kept>,
  change: Partial<Kept>,
): Promise<Kept> {
  try {
    return await send(change, present.version, present);
  } catch (error) {
    if (!isConflict<Kept>(error) || meets(present, error.facts.present, change)) throw error;
    const theirs = error.facts.present;
    return send(change, theirs.version, theirs);
  }
}

/** Runs acts one after the other. */
function useTurns() {
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return <Answer>(act: () => Promise<Answer>): Promise<Answer> => {
    const turn = last.current.then(act, act);
    last.current = turn;
    return turn;
  };
}

/** Whether somebody else changed one of the very fields of this change. */
function meets<Kept extends object>(before: Kept, theirs: Kept, change: Partial<Kept>): boolean {
  return (Object.keys(change) as (keyof Kept)[]).some(
    (name) =>
      JSON.stringify(before[name]) !== JSON.stringify(theirs[name]) &&
      JSON.stringify(change[name]) !== JSON.stringify(theirs[name]),
  );
}

type ConflictProblem<Kept> = RequestProblem & { facts: { present: Kept } };

function isConflict<Kept>(error: unknown): error is ConflictProblem<Kept> {
  return error instanceof RequestProblem && error.status === 412 && Boolean(error.facts.present);
}

function without(errors: Record<string, string>, change: object): Record<string, string> {
  const names = Object.keys(change);
  return Object.fromEntries(Object.entries(errors).filter(([path]) => !names.includes(path.split('.')[0]!)));
}

/** What was refused, at its field; what did not arrive, as a toast with a way to try again. */
function useRefusals() {
  const t = usePartWords();
  const toast = useToast();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const clear = (change: object) => setErrors((before) => without(before, change));
  const refuse = (error: unknown, change: object, retry: () => void) => {
    const problem = error instanceof RequestProblem ? error : new RequestProblem(0);
    const named = refusalsOf(problem, change);
    if (named) setErrors((before) => ({ ...without(before, change), ...named }));
    else toast.failed(t('parts.unreachable'), retry);
  };
  return { errors, clear, refuse };
}

function refusalsOf(problem: RequestProblem, change: object): Record<string, string> | null {
  if (problem.errors.length > 0) {
    return Object.fromEntries(problem.errors.map(({ path, message }) => [path, message]));
  }
  const field = Object.keys(change)[0] ?? '';
  return [403, 404, 409, 422].includes(problem.status) ? { [field]: problem.message } : null;
}
