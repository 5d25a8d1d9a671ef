export function MailPage() {
  return <h1 className="p-6 text-16 font-semibold">MailPage</h1>;
}
