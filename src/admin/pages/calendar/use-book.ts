import { useNavigate, useRouterState } from '@tanstack/react-router';

interface WithTime {
  start?: string;
  minutes?: number;
  hostId?: string;
}

/** Begins a new booking at a picked time; afterwards one is back where one was. */
export function useBook(): (at: WithTime) => void {
  const go = useNavigate();
  const back = useRouterState({ select: ({ location }) => location.href });
  return (at) =>
    void go({ to: '/bookings/new', search: { ...at, back: back.replace(/^\/admin(?=\/)/, '') } });
}
