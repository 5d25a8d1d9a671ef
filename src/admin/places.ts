import { useRotationRights } from '#rotations/screens/use-rights.ts';
import {
  Building2,
  Calendar,
  CalendarCheck,
  Handshake,
  House,
  LifeBuoy,
  Link as LinkIcon,
  Mail,
  RefreshCw,
  Settings,
  SquareCheck,
  UserPlus,
  Users,
  type LucideIcon,
} from 'lucide-react';

export interface Place {
  name:
    | 'home'
    | 'calendar'
    | 'bookings'
    | 'links'
    | 'rotations'
    | 'leads'
    | 'companies'
    | 'contacts'
    | 'tickets'
    | 'deals'
    | 'mail'
    | 'tasks'
    | 'settings';
  to:
    | '/'
    | '/calendar'
    | '/bookings'
    | '/links'
    | '/rotations'
    | '/leads'
    | '/companies'
    | '/contacts'
    | '/tickets'
    | '/deals'
    | '/mail'
    | '/tasks'
    | '/settings';
  icon: LucideIcon;
  /** Places of one group stand together. */
  group: 1 | 2 | 3;
  /** One of the four that stand at the bottom of a phone; the fifth opens the rest. */
  phone?: true;
}

/** The places of the rail, in its order. */
const PLACES: readonly Place[] = [
  { name: 'home', to: '/', icon: House, group: 1, phone: true },
  { name: 'calendar', to: '/calendar', icon: Calendar, group: 1, phone: true },
  { name: 'bookings', to: '/bookings', icon: CalendarCheck, group: 1, phone: true },
  { name: 'links', to: '/links', icon: LinkIcon, group: 1, phone: true },
  { name: 'rotations', to: '/rotations', icon: RefreshCw, group: 1 },
  { name: 'tasks', to: '/tasks', icon: SquareCheck, group: 1 },
  { name: 'leads', to: '/leads', icon: UserPlus, group: 2 },
  { name: 'companies', to: '/companies', icon: Building2, group: 2 },
  { name: 'contacts', to: '/contacts', icon: Users, group: 2 },
  { name: 'deals', to: '/deals', icon: Handshake, group: 2 },
  { name: 'tickets', to: '/tickets', icon: LifeBuoy, group: 2 },
  { name: 'mail', to: '/mail', icon: Mail, group: 3 },
  { name: 'settings', to: '/settings', icon: Settings, group: 3 },
];

/** The places that this reader may go to: what one may not use is not there (R1). */
export function usePlaces(): readonly Place[] {
  const { see } = useRotationRights();
  return see ? PLACES : PLACES.filter(({ name }) => name !== 'rotations');
}
