import { useEffect, useState } from 'react';
import { useSession } from '../../lib/session/session.tsx';
import { Builder } from './builder.tsx';
import { Pin } from './pin.tsx';
import './staff.css';

/** Behind the PIN: the handout builder. Leaving, clearing or being away ends the session and drops what was typed. */
export function StaffEntry({ onLeave }: { onLeave: () => void }) {
  const { client } = useSession();
  const [session, setSession] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (session) void client['staff.lock']({ session }).catch(() => undefined); // an ended session is as good as a locked one
    },
    [client, session],
  );
  if (!session) return <Pin onOpen={setSession} />;
  return <Builder session={session} onLeave={onLeave} onEnded={() => setSession(null)} />;
}
