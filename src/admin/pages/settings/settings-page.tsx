export function SettingsPage() {
  return <h1 className="p-6 text-16 font-semibold">SettingsPage</h1>;
}
