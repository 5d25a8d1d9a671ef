import { SecurityScreen } from '#people/screens/security.tsx';

export function SecuritySection() {
  return (
    <div className="scroll-pane min-w-0 flex-1">
      <SecurityScreen />
    </div>
  );
}
