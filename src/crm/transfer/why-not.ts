/** What a schema has against a cell: 'emails.0.address: Write an e-mail address…'. */
export function whyNot({
  path,
  message,
  code,
}: {
  path: PropertyKey[];
  message: string;
  code: string;
}): string {
  const [field = ''] = path.map(String);
  const said = PLAIN[field] ?? (code.startsWith('invalid_') && path.length === 1 ? OTHER : message);
  const sentence = code === 'invalid_type' || code === 'invalid_value' ? said : message;
  return `${path.map(String).join('.')}: ${sentence}`.slice(0, 400);
}

/** A schema speaks to programs where a cell is not even of its type. */
const PLAIN: Record<string, string> = {
  annualRevenue: 'Write an amount with its currency, such as 12.50 EUR.',
  marketShare: 'Write a number, such as 4.5.',
  stage: 'Choose one of these: prospect, customer, partner, former.',
};
const OTHER = 'This is no value for this field.';
