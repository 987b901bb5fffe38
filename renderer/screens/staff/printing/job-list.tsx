import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../../electron/contract/calls.ts';
import { hasEnded, type JobState } from '../../../../electron/contract/print-words.ts';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError } from '../../../lib/use-call.ts';
import { useProblemWords } from '../problem-words.ts';
import { useJobWords } from './job-words.ts';

/** A shape for each kind of state, so that it is told apart without colour. */
function pictogramOf(state: JobState): string {
  switch (state) {
    case 'waiting':
    case 'printing':
      return 'hourglass';
    case 'printed':
      return 'check';
    case 'sent':
      return 'question';
    case 'canceled':
      return 'close';
    case 'out-of-paper':
    case 'jammed':
    case 'offline':
    case 'held':
    case 'failed':
      return 'warning';
  }
}

interface JobListProps {
  session: string;
  jobs: JobRow[];
  /** False when nobody can say now how the jobs stand that have not ended. */
  isKnown: boolean;
  onChange: () => void;
}

function JobItem({ session, job, isKnown, onChange }: Omit<JobListProps, 'jobs'> & { job: JobRow }) {
  const { t } = useTranslation();
  const { client, language } = useSession();
  const jobWords = useJobWords();
  const problemWords = useProblemWords();
  const [asks, setAsks] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState('');
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setAsks(false);
    setFailed('');
    try {
      await work();
    } catch (error) {
      setFailed(problemWords(toKioskError(error)));
    }
    setBusy(false);
    onChange();
  };
  const time = new Intl.DateTimeFormat(language.locale, { timeStyle: 'short' }).format(new Date(job.at));
  return (
    <li className="job stack-small" data-state={job.state}>
      <div className="row job-head">
        <Pictogram name={isKnown ? pictogramOf(job.state) : 'question'} />
        <span className="grow">
          <strong role="status">{isKnown ? jobWords(job) : t('print.state.unknown')}</strong>
          <br />
          <span className="quiet">
            {t(`print.job.${job.kind}`, {
              ...{ time, printer: job.printer, copies: job.copies },
            })}
          </span>
        </span>
      </div>
      {asks && job.canCancel ? (
        <>
          <p>{t('print.cancel.words')}</p>
          <div className="row">
            <Button small kind="main" onPress={() => setAsks(false)}>
              {t('print.cancel.no')}
            </Button>
            <Button
              small
              kind="danger"
              onPress={() => void run(() => client['printers.cancel']({ session, job: job.job }))}
            >
              {t('print.cancel.yes')}
            </Button>
          </div>
        </>
      ) : (
        <div className="row">
          {job.canRetry ? (
            <Button
              small
              isDisabled={busy}
              onPress={() => void run(() => client['printers.retry']({ session, job: job.job }))}
            >
              {t('print.retry')}
            </Button>
          ) : null}
          {job.canCancel ? (
            <Button small isDisabled={busy} onPress={() => setAsks(true)}>
              {t('print.cancel')}
            </Button>
          ) : null}
        </div>
      )}
      <p role="status" className={failed ? 'error' : 'quiet'}>
        {busy ? t('print.busy') : failed}
      </p>
    </li>
  );
}

/** This run's jobs, the latest first, each with its state in words and what can be done. */
export function JobList({ session, jobs, isKnown, onChange }: JobListProps) {
  const { t } = useTranslation();
  if (jobs.length === 0) return null;
  return (
    <section className="stack-small">
      <h3>{t('print.jobs')}</h3>
      <ul className="jobs stack-small">
        {jobs.map((job) => (
          <JobItem
            key={job.job}
            session={session}
            job={job}
            isKnown={isKnown || hasEnded(job.state)}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  );
}
