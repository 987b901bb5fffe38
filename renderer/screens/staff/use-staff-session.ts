import { useEffect, useState } from 'react';
import { useSession } from '../../lib/session/session.tsx';

/** The token behind the PIN, null before it was typed. Leaving the page that uses it locks it. */
export function useStaffSession(): [string | null, (session: string | null) => void] {
  const { client } = useSession();
  const [session, setSession] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (session) void client['staff.lock']({ session }).catch(() => undefined); // an ended session is as good as a locked one
    },
    [client, session],
  );
  return [session, setSession];
}
