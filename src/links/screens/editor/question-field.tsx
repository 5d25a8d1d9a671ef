import { nameOfCustom, type CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import { Button } from '#ui/button.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { askable, filledBy, intoField, labelsOf, LEAD_FIELDS } from './question-fills.ts';
import type { Question } from './questions-section.tsx';
import { ChoiceSetting } from './settings.tsx';

interface QuestionFieldProps {
  question: Question;
  path: string;
  /** The workspace's own fields of leads. */
  fields: readonly CustomField[];
  onChange: (question: Question, now: boolean) => void;
}

const NONE = 'none';

/** Which field of the lead the answer fills. */
export function QuestionField({ question, path, fields, onChange }: QuestionFieldProps) {
  const t = useLinkWords();
  const usual = question.kind === 'checkbox' ? [] : LEAD_FIELDS;
  const own = askable(fields);
  const items = [
    { value: NONE, label: t('questions.field.none') },
    ...usual.map((value) => ({ value: value as string, label: t(`questions.field.${value}`) })),
    ...own.map((field) => ({ value: nameOfCustom(field), label: field.label })),
  ];
  const value: string = question.field ?? NONE;
  const isGone = !items.some((item) => item.value === value);
  if (items.length === 1 && !isGone) return null;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span aria-hidden className="text-muted">
        {t('questions.fills')}
      </span>
      <ChoiceSetting
        path={`${path}.field`}
        label={t('questions.fills')}
        labelHidden
        className="w-40"
        items={isGone ? [...items, { value, label: t('questions.field.gone') }] : items}
        value={value}
        onChange={(name) => onChange(intoField(question, name === NONE ? undefined : name, own), true)}
      />
    </div>
  );
}

/** The choices of the field that the answer fills: they are changed there, and taken over here. */
export function FieldChoices({ question, fields, onChange }: Omit<QuestionFieldProps, 'path'>) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  const field = filledBy(question, fields);
  if (!field) return null;
  const now = labelsOf(field);
  const asked = question.choices ?? [];
  const isOld = JSON.stringify(now) !== JSON.stringify(asked);
  return (
    <div className="mt-2 grid justify-items-start gap-2">
      <p className="wrap-anywhere">
        <span className="text-12 text-faint">{t('questions.fromField', { name: field.label })}</span>
        <br />
        <bdi>{asked.join(', ')}</bdi>
      </p>
      {isOld && !readOnly && (
        <Button onClick={() => onChange({ ...question, choices: now }, true)}>
          {t('questions.takeChoices')}
        </Button>
      )}
    </div>
  );
}
