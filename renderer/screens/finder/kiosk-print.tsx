import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintedList } from '../../../electron/contract/printed-list.ts';
import { hasEnded, type JobState } from '../../../electron/contract/print-words.ts';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { toKioskError } from '../../lib/use-call.ts';

type Progress =
  | { at: 'rest' }
  | { at: 'making' }
  | { at: 'job'; job: string; state: JobState }
  | { at: 'refused'; wait: boolean };

/** What a patient is told; whatever needs somebody at the printer is for the staff. */
function stateKey(state: JobState) {
  switch (state) {
    case 'waiting':
    case 'printing':
    case 'printed':
    case 'sent':
    case 'failed':
    case 'canceled':
      return `finder.list.state.${state}` as const;
    case 'out-of-paper':
    case 'jammed':
    case 'offline':
    case 'held':
      return 'finder.list.state.trouble' as const;
  }
}

/** Prints the list and follows it until the printer says how it ended. */
function usePrint(list: PrintedList): [Progress, () => void] {
  const { client } = useSession();
  const [progress, setProgress] = useState<Progress>({ at: 'rest' });
  const job = progress.at === 'job' && !hasEnded(progress.state) ? progress.job : null;
  useEffect(() => {
    if (job === null) return undefined;
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      try {
        const { state } = await client['assistance.printJob']({ job });
        if (!current) return;
        setProgress({ at: 'job', job, state });
        if (!hasEnded(state)) timer = setTimeout(() => void look(), 1000);
      } catch {
        // Nobody can say how it stands: the staff look at the printer.
        if (current) setProgress({ at: 'refused', wait: false });
      }
    };
    timer = setTimeout(() => void look(), 500);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [client, job]);
  const print = async () => {
    setProgress({ at: 'making' });
    try {
      const started = await client['assistance.print'](list);
      setProgress({ at: 'job', job: started.job, state: 'waiting' });
    } catch (error) {
      setProgress({ at: 'refused', wait: toKioskError(error).code === 'print-wait' });
    }
  };
  return [progress, () => void print()];
}

function useProgressWords(progress: Progress): string {
  const { t } = useTranslation();
  switch (progress.at) {
    case 'rest':
      return '';
    case 'making':
      return t('finder.list.making');
    case 'job':
      return t(stateKey(progress.state));
    case 'refused':
      return t(progress.wait ? 'finder.list.wait' : 'finder.list.problem');
    default:
      return progress satisfies never;
  }
}

/** The button that prints at the kiosk, and what the printer says. */
export function KioskPrint({ list }: { list: PrintedList }) {
  const { t } = useTranslation();
  const [progress, print] = usePrint(list);
  const words = useProgressWords(progress);
  const isBusy = progress.at === 'making' || (progress.at === 'job' && !hasEnded(progress.state));
  return (
    <>
      <Button kind="main" isDisabled={isBusy} onPress={print}>
        <Pictogram name="print" />
        {t(progress.at === 'job' ? 'finder.list.again' : 'finder.list.print')}
      </Button>
      <p
        role="status"
        className="lead finder-print-state"
        data-state={progress.at === 'job' ? progress.state : progress.at}
      >
        {isBusy ? <Pictogram name="hourglass" /> : null}
        {words}
      </p>
    </>
  );
}
