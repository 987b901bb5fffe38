import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramResult } from '../../../electron/contract/assistance.ts';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { calendarYears, longDay } from './format.ts';

const workRule = 'work-rule-2027';

/** The number to call, large, and the address to type at home. */
export function Contact({ phone, url }: { phone: string | null; url: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      {phone === null ? null : (
        <p className="finder-phone">
          <Pictogram name="phone" />
          <span className="visually-hidden">{t('finder.card.call')}</span>
          <bdi dir="ltr">{phone}</bdi>
        </p>
      )}
      {url === null ? null : (
        <p className="finder-site">
          <span className="quiet">{t('finder.card.site')}</span> <bdi dir="ltr">{url}</bdi>
        </p>
      )}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** A part that opens on tap. */
export function More({ words, children }: { words: string; children: ReactNode }) {
  return (
    <details className="finder-more">
      <summary>
        <Pictogram name="down" />
        {words}
      </summary>
      <div className="finder-more-words">{children}</div>
    </details>
  );
}

/** How sure it is: when it was checked, of which years its figures are, and whether anybody has called. */
function Standing({ result }: { result: ProgramResult }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const { checked, confirmed, figures, phone, phoneConfirmed } = result;
  const years = [...new Set(figures.map(({ year }) => year))].sort();
  const sure = confirmed && (phone === null || phoneConfirmed);
  return (
    <p className="quiet finder-standing">
      {sure ? null : (
        <strong className="finder-unconfirmed">
          <Pictogram name="warning" />
          {t('finder.card.unconfirmed')}
        </strong>
      )}
      <span>{t('finder.card.checked', { date: longDay(checked, locale) })}</span>
      {years.length === 0 ? null : (
        <span>{t('finder.card.year', { year: calendarYears(years, locale) })}</span>
      )}
    </p>
  );
}

/** One program. `open`: how to apply stands there at once; else it opens together with the reasons. */
export function ResultCard({ result, open }: { result: ProgramResult; open: boolean }) {
  const { t } = useTranslation();
  const { go } = useSession();
  const title = useId();
  const reasons = result.reasons.map(({ text }) => text);
  const papers = result.papers.map(({ text }) => text);
  const why = <Lines title={t('finder.card.why')} lines={reasons} />;
  const apply = <Lines title={t('finder.card.apply')} lines={result.apply} />;
  const bring = <Lines title={t('finder.card.papers')} lines={papers} />;
  return (
    <article className="finder-card" aria-labelledby={title} data-program={result.program}>
      <h3 id={title}>{result.name}</h3>
      {result.gives.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {open ? <div className="finder-apply">{apply}</div> : null}
      <Contact phone={result.phone} url={result.url} />
      {open ? (
        <>
          <More words={t('finder.card.why')}>
            <ul>
              {reasons.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </More>
          {papers.length > 0 ? (
            <More words={t('finder.card.papers')}>
              <ul>
                {papers.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </More>
          ) : null}
        </>
      ) : (
        <More words={t('finder.card.more')}>
          {why}
          {apply}
          {bring}
        </More>
      )}
      {result.reasons.some(({ id }) => id === workRule) ? (
        <Button onPress={() => go({ screen: 'finder', step: 'work-rule' })}>
          {t('finder.card.work-rule')}
        </Button>
      ) : null}
      <Standing result={result} />
    </article>
  );
}
