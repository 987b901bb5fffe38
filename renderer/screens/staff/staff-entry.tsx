import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Builder } from './builder.tsx';
import { LocalHelp } from './local-help/local-help.tsx';
import { Pin } from './pin.tsx';
import { useStaffSession } from './use-staff-session.ts';
import './staff.css';

const pages = [
  { page: 'builder', title: 'builder.title', pictogram: 'note' },
  { page: 'local-help', title: 'local-staff.title', pictogram: 'map-pin' },
] as const;
type Page = (typeof pages)[number]['page'];

function Pages({ current, onChoose }: { current: Page; onChoose: (page: Page) => void }) {
  const { t } = useTranslation();
  return (
    <nav className="staff-pages row" aria-label={t('staff.pages')}>
      {pages.map(({ page, title, pictogram }) => (
        <Button
          small
          key={page}
          kind={page === current ? 'main' : 'plain'}
          aria-current={page === current ? 'page' : undefined}
          onPress={() => onChoose(page)}
        >
          <Pictogram name={pictogram} />
          {t(title)}
        </Button>
      ))}
    </nav>
  );
}

/**
 * Behind the PIN: the handout builder and the clinic's own list. Leaving, clearing or being away ends the session and drops
 * what was typed for a patient; a look at the list keeps it.
 */
export function StaffEntry({ onLeave }: { onLeave: () => void }) {
  const [session, setSession] = useStaffSession();
  const [page, setPage] = useState<Page>('builder');
  if (!session) return <Pin onOpen={setSession} />;
  const end = () => setSession(null);
  return (
    <>
      <Pages current={page} onChoose={setPage} />
      <div hidden={page !== 'builder'}>
        <Builder session={session} isShown={page === 'builder'} onLeave={onLeave} onEnded={end} />
      </div>
      {page === 'local-help' ? <LocalHelp session={session} onEnded={end} /> : null}
    </>
  );
}
