import { useTranslation } from 'react-i18next';
import type { PatientResource } from '../../../electron/contract/local-resource.ts';
import { LocalResources } from '../../components/local-resources/local-resources.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { wholeNumber } from './format.ts';
import { More } from './result-card.tsx';

/** A list this long opens on tap behind its beginning, so that the programs stay in sight. */
const mostNear = 4;

/** The clinic's own places, first of all. */
export function Near({ resources }: { resources: PatientResource[] }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const others = resources.slice(mostNear);
  if (resources.length === 0) return null;
  return (
    <div className="stack" data-group="near">
      <LocalResources resources={resources.slice(0, mostNear)} />
      {others.length === 0 ? null : (
        <More words={t('finder.near.all', { number: wholeNumber(others.length, locale) })}>
          <LocalResources resources={others} isRest />
        </More>
      )}
    </div>
  );
}
