import { RequestProblem, type FieldError } from '#ui/request.ts';
import type { LinkChanges, WholeLink } from '../link-queries.ts';

type Field = keyof LinkChanges;

export interface DraftState {
  /** As the server has it. */
  saved: WholeLink;
  /** What was changed and is not saved (yet). */
  changes: LinkChanges;
  /** Why the server refused what stands in `changes`; gone as soon as the field is changed again. */
  errors: FieldError[];
  status: 'saved' | 'waiting' | 'saving' | 'refused' | 'failed' | 'conflict';
  /** Set while another's version stands against ours. */
  theirs: WholeLink | null;
  problem: RequestProblem | null;
  /** How many saved changes can be taken back. */
  undos: number;
}

interface DraftOptions {
  send: (changes: LinkChanges, version: number) => Promise<WholeLink>;
  /** Called after each save. */
  onSaved?: (saved: WholeLink) => void;
  /** How long after the last key a text is saved. */
  patienceMs?: number;
}

const PATIENCE_MS = 700;

/**
 * A link while it is edited: every change is kept at once and saved field by field, one request at a time. What
 * is refused stays typed; when somebody else changed the same fields the choice is the person's.
 */
export class LinkDraft {
  #state: DraftState;
  readonly #options: DraftOptions;
  readonly #listeners = new Set<() => void>();
  /** Fields that were refused as they stand. */
  #refused = new Set<Field>();
  #past: LinkChanges[] = [];
  #undoing = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(saved: WholeLink, options: DraftOptions) {
    this.#options = options;
    this.#state = {
      saved,
      changes: {},
      errors: [],
      status: 'saved',
      theirs: null,
      problem: null,
      undos: 0,
    };
  }

  readonly state = (): DraftState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** What was read anew, when nothing of ours stands against it. */
  refresh(saved: WholeLink): void {
    if (this.#state.status === 'saved' && saved.version > this.#state.saved.version) this.#set({ saved });
  }

  /** `now`: a choice rather than a text, so there is nothing to wait for. */
  edit(changes: LinkChanges, now = false): void {
    const fields = Object.keys(changes) as Field[];
    fields.forEach((field) => this.#refused.delete(field));
    const errors = this.#state.errors.filter(({ path }) => !fields.includes(fieldOf(path)));
    this.#set({ changes: { ...this.#state.changes, ...changes }, errors });
    // Until the answer is here nobody knows what stands: what was put back to `saved` must be sent after it.
    if (this.#state.status === 'saving' || this.#state.status === 'conflict') return;
    this.#set({ changes: withoutSame(this.#state.changes, this.#state.saved) });
    this.#set({ status: this.#restingStatus() });
    this.#wait(now ? 0 : (this.#options.patienceMs ?? PATIENCE_MS));
  }

  /** Saves what waits: on leaving a field, or the page. */
  flush(): void {
    if (this.#state.status === 'waiting' || this.#state.status === 'failed') this.#wait(0);
  }

  /** Takes the last saved change back, and saves that. */
  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#undoing = true;
    this.#set({ undos: this.#past.length });
    this.edit(before, true);
  }

  /** Ends a conflict: of these fields theirs stays, of all others ours is saved over it. */
  settle(theirFields: readonly string[]): void {
    const { theirs, changes } = this.#state;
    if (!theirs) return;
    const own = Object.entries(changes).filter(([field]) => !theirFields.includes(field));
    this.#set({
      saved: theirs,
      theirs: null,
      changes: withoutSame(Object.fromEntries(own), theirs),
    });
    this.#set({ status: this.#restingStatus() });
    this.#wait(0);
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), ms);
  }

  async #save(): Promise<void> {
    const { saved, status } = this.#state;
    const sent = this.#sendable();
    if (status === 'saving' || status === 'conflict' || Object.keys(sent).length === 0) return;
    this.#set({ status: 'saving', problem: null });
    try {
      this.#accept(sent, saved, await this.#options.send(sent, saved.version));
    } catch (error) {
      this.#refuse(sent, error);
    }
  }

  #accept(sent: LinkChanges, before: WholeLink, saved: WholeLink): void {
    const fields = Object.keys(sent) as Field[];
    const newer = Object.entries(this.#state.changes).filter(
      ([field, value]) => !(field in sent) || value !== sent[field as Field],
    );
    if (!this.#undoing) this.#past.push(pick(before, fields));
    this.#undoing = false;
    const changes = withoutSame(Object.fromEntries(newer), saved);
    this.#set({ saved, changes, undos: this.#past.length });
    this.#set({ status: this.#restingStatus() });
    this.#options.onSaved?.(saved);
    if (this.#state.status === 'waiting') this.#wait(0);
  }

  #refuse(sent: LinkChanges, error: unknown): void {
    if (!(error instanceof RequestProblem)) throw error;
    this.#undoing = false;
    this.#set({ changes: withoutSame(this.#state.changes, this.#state.saved) });
    const { facts, status } = error;
    if (status === 412 && facts.present) return this.#meet(sent, facts.present as WholeLink);
    if (status !== 422 && status !== 409) return this.#set({ status: 'failed', problem: error });
    const errors = errorsOf(error, sent);
    const named = (Object.keys(sent) as Field[]).filter((field) =>
      errors.some(({ path }) => fieldOf(path) === field),
    );
    // What contradicts a field that was not sent is refused as a whole.
    const refused = named.length > 0 ? named : (Object.keys(sent) as Field[]);
    refused
      .filter((field) => this.#state.changes[field] === sent[field])
      .forEach((field) => this.#refused.add(field));
    this.#set({ errors: [...this.#state.errors, ...errors], status: 'refused', problem: error });
    if (Object.keys(this.#sendable()).length > 0) this.#wait(0);
  }

  /** Somebody was faster. Where they changed other fields than we, both stand; else it is asked. */
  #meet(sent: LinkChanges, theirs: WholeLink): void {
    const { saved } = this.#state;
    const clash = (Object.keys(sent) as Field[]).some((field) => !same(saved[field], theirs[field]));
    if (clash) return this.#set({ theirs, status: 'conflict' });
    this.#set({ saved: theirs, status: 'waiting' });
    this.#wait(0);
  }

  #sendable(): LinkChanges {
    const entries = Object.entries(this.#state.changes).filter(
      ([field]) => !this.#refused.has(field as Field),
    );
    return Object.fromEntries(entries);
  }

  #restingStatus(): DraftState['status'] {
    if (Object.keys(this.#sendable()).length > 0) return 'waiting';
    return Object.keys(this.#state.changes).length > 0 ? 'refused' : 'saved';
  }

  #set(change: Partial<DraftState>): void {
    this.#state = { ...this.#state, ...change };
    this.#listeners.forEach((listener) => listener());
  }
}

/** Which field an error's path belongs to: 'questions.2.label' is `questions`. Hosts are written as chairs. */
export function fieldOf(path: string): Field {
  const head = path.split('.')[0] ?? '';
  return (head === 'hostIds' ? 'chairs' : head) as Field;
}

function errorsOf(error: RequestProblem, sent: LinkChanges): FieldError[] {
  if (error.errors.length > 0) return error.errors;
  const path =
    error.code === 'taken' && 'slug' in sent ? 'slug' : 'active' in sent ? 'active' : Object.keys(sent)[0]!;
  return [{ path, message: error.message }];
}

function withoutSame(changes: LinkChanges, saved: WholeLink): LinkChanges {
  const kept = Object.entries(changes).filter(([field, value]) => !same(value, saved[field as Field]));
  return Object.fromEntries(kept);
}

function pick(link: WholeLink, fields: Field[]): LinkChanges {
  return Object.fromEntries(fields.map((field) => [field, link[field]]));
}

/** Values of JSON; the order of names does not matter, and what is undefined is not there. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || written(one) === written(other);
}

function written(value: unknown): string | undefined {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
