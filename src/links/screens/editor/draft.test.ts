import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RequestProblem } from '#ui/request.ts';
import type { LinkChanges, WholeLink } from '../link-queries.ts';
import { LinkDraft } from './draft.ts';

const link = {
  id: 'l',
  title: 'Oven tour',
  slug: 'oven-tour',
  footer: null,
  durationsMinutes: [30],
  bufferAfterMinutes: 0,
  version: 1,
} as unknown as WholeLink;

type Answer = (changes: LinkChanges, version: number) => WholeLink | RequestProblem;

/** A draft whose server answers as told, by default by saving; what was sent stands in `sent`. */
/** As the server has it then; a rule of null is the default. */
function answered(before: WholeLink, changes: LinkChanges): WholeLink {
  const { rule, ...others } = changes;
  return { ...before, ...others, rule: rule ?? before.rule };
}

function open(...answers: Answer[]) {
  const sent: { changes: LinkChanges; version: number }[] = [];
  let present = link;
  const draft = new LinkDraft(link, {
    patienceMs: 5,
    send: (changes, version) => {
      sent.push({ changes, version });
      const answer = answers.shift()?.(changes, version) ?? answered(present, changes);
      if (answer instanceof RequestProblem) return Promise.reject(answer);
      present = { ...answer, version: version + 1 };
      return Promise.resolve(present);
    },
  });
  const quiet = async () => {
    // At rest for three looks in a row: a machine may be slow.
    for (let rest = 0, look = 0; rest < 3 && look < 300; look++) {
      await new Promise((resolve) => setTimeout(resolve, 8));
      const busy = ['waiting', 'saving'].includes(draft.state().status);
      rest = busy ? 0 : rest + 1;
    }
  };
  return { draft, sent, quiet, fields: () => sent.map(({ changes }) => changes) };
}

test('what is typed is kept at once and saved together a moment after the last key', async () => {
  const { draft, sent, quiet } = open();
  draft.edit({ title: 'Oven' });
  draft.edit({ title: 'Oven tour, long' });
  assert.deepEqual([draft.state().status, draft.state().changes.title], ['waiting', 'Oven tour, long']);
  await quiet();
  assert.deepEqual(sent, [{ changes: { title: 'Oven tour, long' }, version: 1 }]);
  assert.deepEqual(
    [draft.state().status, draft.state().changes, draft.state().saved.version],
    ['saved', {}, 2],
  );
});

test('what ends as it was is not sent', async () => {
  const { draft, sent, quiet } = open();
  draft.edit({ durationsMinutes: [45] });
  draft.edit({ durationsMinutes: [30] });
  await quiet();
  assert.deepEqual([sent, draft.state().status], [[], 'saved']);
});

test('what is put back as it was while the change is on its way is sent after it', async () => {
  const { draft, fields, quiet } = open((changes) => {
    draft.edit({ durationsMinutes: [30] }, true);
    return answered(link, changes);
  });
  draft.edit({ durationsMinutes: [45] }, true);
  await quiet();
  assert.deepEqual(fields(), [{ durationsMinutes: [45] }, { durationsMinutes: [30] }]);
  assert.deepEqual([draft.state().status, draft.state().saved.durationsMinutes], ['saved', [30]]);
});

test('a refused field keeps what was typed and its reason, and the others are saved without it', async () => {
  const refusal = new RequestProblem(422, { errors: [{ path: 'slug', message: 'Use words.' }] });
  const { draft, fields, quiet } = open(() => refusal);
  draft.edit({ slug: 'No!', footer: 'Bring flour.' });
  await quiet();
  assert.deepEqual(fields(), [{ slug: 'No!', footer: 'Bring flour.' }, { footer: 'Bring flour.' }]);
  const { changes, errors, status, saved } = draft.state();
  assert.deepEqual([changes, status, saved.footer], [{ slug: 'No!' }, 'refused', 'Bring flour.']);
  assert.deepEqual(errors, [{ path: 'slug', message: 'Use words.' }]);
  draft.edit({ slug: 'yes' });
  assert.deepEqual(draft.state().errors, []);
  await quiet();
  assert.deepEqual(draft.state().saved.slug, 'yes');
});

test('what contradicts a field that stands already is refused as a whole and sent once', async () => {
  const refusal = new RequestProblem(422, { errors: [{ path: 'bufferAfterMinutes', message: 'Too long.' }] });
  const { draft, fields, quiet } = open(() => refusal);
  draft.edit({ durationsMinutes: [1440] });
  await quiet();
  assert.equal(fields().length, 1);
  assert.deepEqual([draft.state().status, draft.state().errors[0]?.path], ['refused', 'bufferAfterMinutes']);
});

test('a taken address says so at the address', async () => {
  const { draft, quiet } = open(
    () => new RequestProblem(409, { type: '/problems/taken', detail: 'Choose another.' }),
  );
  draft.edit({ slug: 'taken' });
  await quiet();
  assert.deepEqual(draft.state().errors, [{ path: 'slug', message: 'Choose another.' }]);
});

test('412 of the same field is a choice: mine is saved over theirs, or theirs stays', async () => {
  const theirs = { ...link, title: 'Theirs', footer: 'Their footer', version: 5 };
  const stale = () => new RequestProblem(412, { present: theirs });
  const mine = open(stale);
  mine.draft.edit({ title: 'Mine' });
  await mine.quiet();
  assert.deepEqual([mine.draft.state().status, mine.draft.state().theirs?.title], ['conflict', 'Theirs']);
  mine.draft.settle([]);
  await mine.quiet();
  assert.deepEqual(mine.sent.at(-1), { changes: { title: 'Mine' }, version: 5 });
  const other = open(stale);
  other.draft.edit({ title: 'Mine', slug: 'mine' });
  await other.quiet();
  other.draft.settle(['title']);
  assert.equal(other.draft.state().saved.title, 'Theirs');
  await other.quiet();
  assert.deepEqual(other.sent.at(-1), { changes: { slug: 'mine' }, version: 5 });
});

test('412 of other fields asks nothing: both changes stand', async () => {
  const theirs = { ...link, footer: 'Theirs', version: 5 };
  const { draft, sent, quiet } = open(() => new RequestProblem(412, { present: theirs }));
  draft.edit({ title: 'Mine' });
  await quiet();
  assert.deepEqual(sent.at(-1), { changes: { title: 'Mine' }, version: 5 });
  assert.equal(draft.state().status, 'saved');
});

test('a server that cannot be reached loses nothing; saving again works', async () => {
  const { draft, sent, quiet } = open(() => new RequestProblem(0));
  draft.edit({ title: 'Mine' });
  await quiet();
  assert.deepEqual([draft.state().status, draft.state().changes], ['failed', { title: 'Mine' }]);
  draft.flush();
  await quiet();
  assert.deepEqual([sent.length, draft.state().status], [2, 'saved']);
});

test('undo takes the last saved change back, then the one before', async () => {
  const { draft, sent, quiet } = open();
  draft.edit({ title: 'One' }, true);
  await quiet();
  draft.edit({ footer: 'Two' }, true);
  await quiet();
  draft.undo();
  await quiet();
  draft.undo();
  await quiet();
  assert.deepEqual(
    sent.slice(2).map(({ changes }) => changes),
    [{ footer: null }, { title: 'Oven tour' }],
  );
  assert.equal(draft.state().undos, 0);
});

test('what is typed while a save is under way is saved after it', async () => {
  const { draft, fields, quiet } = open();
  draft.edit({ title: 'One' }, true);
  await new Promise((resolve) => setTimeout(resolve, 0));
  draft.edit({ title: 'One more' });
  await quiet();
  assert.deepEqual(fields().at(-1), { title: 'One more' });
  assert.deepEqual([draft.state().status, draft.state().saved.title], ['saved', 'One more']);
});
