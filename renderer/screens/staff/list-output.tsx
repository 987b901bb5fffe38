import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedList } from '../../../electron/contract/printed-list.ts';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { CallProblem } from '../problem/problem.tsx';
import { PaperChoice } from './form-parts.tsx';
import { SavePopup } from './output.tsx';
import { Pin } from './pin.tsx';
import { PrintPopup } from './printing/print-popup.tsx';
import { useStaffSession } from './use-staff-session.ts';

interface OutputProps {
  session: string;
  list: PrintedList;
  onDone: () => void;
}

function Output({ session, list, onDone }: OutputProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const [paper, setPaper] = useState<'letter' | 'a4'>('letter');
  const [popup, setPopup] = useState<'print' | 'save' | null>(null);
  const loaded = useCall(paper, () => client['assistance.list']({ session, paper, list }));
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  if (loaded.state === 'loading') return null;
  const { request } = loaded.value;
  const close = () => setPopup(null);
  return (
    <div className="page stack">
      <ScreenTitle of="list-output">{t('finder.list.ready')}</ScreenTitle>
      <PaperChoice value={paper} onChange={setPaper} />
      <div className="row">
        <Button kind="main" onPress={() => setPopup('print')}>
          <Pictogram name="print" />
          {t('builder.print.action')}
        </Button>
        <Button onPress={() => setPopup('save')}>
          <Pictogram name="usb" />
          {t('builder.save.action')}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {t('popup.close')}
        </Button>
      </div>
      {popup === 'print' ? <PrintPopup session={session} request={request} onClose={close} /> : null}
      {popup === 'save' ? (
        <SavePopup
          title={t('save.title')}
          session={session}
          save={(folder) => client['handout.save']({ session, folder, request })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}

/** Staff print or save the list of the patient before them, without leaving the patient's visit. */
export function ListOutput({ list, onDone }: Omit<OutputProps, 'session'>) {
  const [session, setSession] = useStaffSession();
  return session ? <Output session={session} list={list} onDone={onDone} /> : <Pin onOpen={setSession} />;
}
