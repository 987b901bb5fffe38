import { useTranslation } from 'react-i18next';
import type { JobRow } from '../../../../electron/contract/calls.ts';

/** What a printer that needs somebody needs, by what it named. */
function needOf(reason: string): 'door' | 'ink' | 'tray' | 'password' | 'paused' | 'full' | 'other' {
  switch (reason) {
    case 'cover-open':
    case 'door-open':
    case 'interlock-open':
      return 'door';
    case 'toner-empty':
    case 'marker-supply-empty':
    case 'marker-waste-full':
      return 'ink';
    case 'output-area-full':
    case 'output-tray-missing':
      return 'tray';
    case 'cups-held-for-authentication':
    case 'account-authorization-failed':
    case 'account-info-needed':
      return 'password';
    case 'paused':
    case 'moving-to-paused':
    case 'stopped':
      return 'paused';
    case 'spool-area-full':
      return 'full';
    default:
      return 'other';
  }
}

/** A job's state in words, with a next step where there is one. */
export function useJobWords(): (job: Pick<JobRow, 'state' | 'reason'>) => string {
  const { t } = useTranslation();
  return ({ state, reason }) => {
    if (state === 'held') return t(`print.state.held.${needOf(reason)}`);
    if (state === 'offline' && reason === 'no-print-service') return t('print.state.no-service');
    return t(`print.state.${state}`);
  };
}
