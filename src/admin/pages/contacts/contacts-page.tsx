export function ContactsPage() {
  return <h1 className="p-6 text-16 font-semibold">ContactsPage</h1>;
}
