import { Trash2 } from 'lucide-react';
import { useCustomFields, type CustomField } from '#crm/fields/screens/custom-field-queries.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { FieldChoices, QuestionField } from './question-field.tsx';
import { askedAs, filledBy, kindsFor } from './question-fills.ts';
import { QUESTION_KINDS, type Question } from './questions-section.tsx';
import { ChoiceSetting, LongTextSetting, TextSetting } from './settings.tsx';

interface QuestionRowProps {
  question: Question;
  path: string;
  onChange: (question: Question, now: boolean) => void;
  onRemove: () => void;
}

export function QuestionRow({ question, path, onChange, onRemove }: QuestionRowProps) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
  const part = { question, path, onChange, fields: useCustomFields('lead') };
  return (
    <fieldset aria-label={question.label} className="min-w-0 flex-1 py-2.5 ps-1">
      <div className="grid grid-cols-[minmax(0,1fr)_10rem_auto] items-start gap-x-3 gap-y-2 @max-[28rem]:grid-cols-[minmax(0,1fr)_auto]">
        <TextSetting
          path={`${path}.label`}
          label={t('questions.label')}
          labelHidden
          className="@max-[28rem]:col-span-2"
          value={question.label}
          onChange={(label) => onChange({ ...question, label }, false)}
        />
        <KindSetting {...part} />
        {!readOnly && (
          <IconButton
            icon={Trash2}
            size="m"
            label={t('questions.remove', { name: question.label })}
            onClick={onRemove}
          />
        )}
      </div>
      {question.kind === 'choice' && <ChoicesSetting {...part} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <Checkbox
          checked={question.required}
          readOnly={readOnly}
          onChange={(required) => onChange({ ...question, required }, true)}
        >
          {t('questions.required')}
        </Checkbox>
        <QuestionField {...part} />
      </div>
    </fieldset>
  );
}

type PartProps = Omit<QuestionRowProps, 'onRemove'> & {
  /** The workspace's own fields of leads. */
  fields: readonly CustomField[];
};

function ChoicesSetting(props: PartProps) {
  const { question, path, onChange } = props;
  const t = useLinkWords();
  if (filledBy(question, props.fields)) return <FieldChoices {...props} />;
  const take = (text: string) => {
    const choices = choicesIn(text);
    if (choices.length > 0) onChange({ ...question, choices }, false);
  };
  return (
    <LongTextSetting
      className="mt-2"
      path={`${path}.choices`}
      label={t('questions.choices')}
      value={(question.choices ?? []).join('\n')}
      onChange={take}
    />
  );
}

/** One a line; empty lines are on their way to become one. */
function choicesIn(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function KindSetting({ question, path, fields, onChange }: PartProps) {
  const t = useLinkWords();
  const kinds = kindsFor(filledBy(question, fields), QUESTION_KINDS);
  const choose = (kind: Question['kind']) =>
    onChange(askedAs(question, kind, t('questions.newChoice', { number: 1 })), true);
  return (
    <ChoiceSetting
      path={`${path}.kind`}
      label={t('questions.kindOf')}
      labelHidden
      items={kinds.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
      value={question.kind}
      onChange={choose}
    />
  );
}
