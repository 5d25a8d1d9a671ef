import { Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import type { LinkView } from '../link-queries.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { QuestionRow } from './question-row.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import { Section } from './section.tsx';

export type Question = LinkView['questions'][number];
export const QUESTION_KINDS = ['text', 'long-text', 'choice', 'phone', 'checkbox'] as const;
const MOST = 30;

/** What the form asks beside name and e-mail (B7). */
export function QuestionsSection() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const { questions } = link;
  const change = (next: Question[], now = true) => edit({ questions: next }, now);
  return (
    <Section
      name="questions"
      title={t('section.questions')}
      aside={
        !readOnly && questions.length < MOST && <AddQuestion onAdd={(one) => change([...questions, one])} />
      }
    >
      <p className="-mt-2 mb-3 text-12 text-faint">{t('questions.always')}</p>
      {questions.length > 0 && (
        <ReorderRows
          items={questions}
          keyOf={({ id }) => id}
          fixed={readOnly || questions.length < 2}
          gripLabel={({ label }) => t('order.move', { name: label })}
          placeLabel={({ label }, index) =>
            t('order.moved', { name: label, place: index + 1, count: questions.length })
          }
          onMove={(next) => change(next)}
          row={(question, index) => (
            <QuestionRow
              question={question}
              path={`questions.${index}`}
              onChange={(next, now) => change(questions.with(index, next), now)}
              onRemove={() => change(questions.toSpliced(index, 1))}
            />
          )}
        />
      )}
    </Section>
  );
}

function AddQuestion({ onAdd }: { onAdd: (question: Question) => void }) {
  const t = useLinkWords();
  const add = (kind: Question['kind']) =>
    onAdd({
      id: newId(),
      label: t('questions.new'),
      kind,
      required: false,
      ...(kind === 'choice' && {
        choices: [t('questions.newChoice', { number: 1 }), t('questions.newChoice', { number: 2 })],
      }),
    });
  return (
    <Menu trigger={<Button icon={Plus}>{t('questions.add')}</Button>}>
      {QUESTION_KINDS.map((kind) => (
        <MenuItem key={kind} onSelect={() => add(kind)}>
          {t(`questions.kind.${kind}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** Answers are kept under it, so it never changes with the words of the question. */
export function newId(): string {
  return `q-${crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36)}`;
}
