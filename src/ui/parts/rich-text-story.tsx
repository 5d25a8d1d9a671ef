import { useState } from 'react';
import { RichText } from '../rich-text.tsx';
import { RichTextView } from '../rich-text-view.tsx';
import { Columns, LONG_NAME, Story } from './story.tsx';

const PEOPLE = ['Anna Kowalska', 'Bo Lindqvist', 'Zoé Martin', LONG_NAME].map((name, at) => ({
  id: `018f0000-0000-7000-8000-00000000000${at}`,
  name,
}));

const WRITTEN = `<h3>After the visit</h3><p>Bakes <strong>400 loaves</strong> a day, <em>by hand</em>. <span
 data-mention="${PEOPLE[2]!.id}">@Zoé Martin</span> has <a href="https://termika.example">the drawings</a>.</p>
<ul><li>A deck oven</li><li>Before May</li></ul><blockquote><p>The door of line 2 leaks.</p></blockquote>`;

export function RichTextStory() {
  return (
    <Story id="rich-text" title="Rich text">
      <Columns>
        <Field label="An empty note" start="" />
        <Field label="A written note" start={WRITTEN} />
        <Field label="A refused note" start="<p>x</p>" error="Mention at most 50 people in one note." />
      </Columns>
      <RichTextView html={WRITTEN} className="max-w-120" />
    </Story>
  );
}

function Field({ label, start, error }: { label: string; start: string; error?: string }) {
  const [html, setHtml] = useState(start);
  return (
    <RichText
      label={label}
      placeholder="Write a note …"
      value={html}
      onChange={setHtml}
      people={PEOPLE}
      error={error}
    />
  );
}
