import { Trash2 } from 'lucide-react';
import { Checkbox } from '#ui/checkbox.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { QUESTION_KINDS, type Question } from './questions-section.tsx';
import { ChoiceSetting, LongTextSetting, TextSetting } from './settings.tsx';

const FIELDS = ['none', 'phone', 'skype', 'companyName', 'jobTitle'] as const;

interface QuestionRowProps {
  question: Question;
  path: string;
  onChange: (question: Question, now: boolean) => void;
  onRemove: () => void;
}

export function QuestionRow({ question, path, onChange, onRemove }: QuestionRowProps) {
  const t = useLinkWords();
  const { readOnly } = useEditing();
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
        <KindSetting question={question} path={path} onChange={onChange} />
        {!readOnly && (
          <IconButton
            icon={Trash2}
            size="m"
            label={t('questions.remove', { name: question.label })}
            onClick={onRemove}
          />
        )}
      </div>
      {question.kind === 'choice' && <ChoicesSetting question={question} path={path} onChange={onChange} />}
      <div className="mt-2 flex flex-wrap items-center gap-x-6 gap-y-1">
        <Checkbox
          checked={question.required}
          readOnly={readOnly}
          onChange={(required) => onChange({ ...question, required }, true)}
        >
          {t('questions.required')}
        </Checkbox>
        <FieldSetting question={question} path={path} onChange={onChange} />
      </div>
    </fieldset>
  );
}

type PartProps = Omit<QuestionRowProps, 'onRemove'>;

function ChoicesSetting({ question, path, onChange }: PartProps) {
  const t = useLinkWords();
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

function KindSetting({ question, path, onChange }: PartProps) {
  const t = useLinkWords();
  const choose = (kind: Question['kind']) => {
    const { choices: _dropped, ...rest } = question;
    const first = t('questions.newChoice', { number: 1 });
    onChange({ ...rest, kind, ...(kind === 'choice' && { choices: question.choices ?? [first] }) }, true);
  };
  return (
    <ChoiceSetting
      path={`${path}.kind`}
      label={t('questions.kindOf')}
      labelHidden
      items={QUESTION_KINDS.map((value) => ({ value, label: t(`questions.kind.${value}`) }))}
      value={question.kind}
      onChange={choose}
    />
  );
}

/** Which field of a new lead the answer fills. */
function FieldSetting({ question, path, onChange }: PartProps) {
  const t = useLinkWords();
  const choose = (field: (typeof FIELDS)[number]) => {
    const { field: _dropped, ...rest } = question;
    onChange({ ...rest, ...(field !== 'none' && { field }) }, true);
  };
  if (question.kind === 'checkbox') return null;
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
        items={FIELDS.map((value) => ({ value, label: t(`questions.field.${value}`) }))}
        value={question.field ?? 'none'}
        onChange={choose}
      />
    </div>
  );
}
