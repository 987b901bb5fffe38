import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProgramResult } from '../../../electron/contract/assistance.ts';
import { isConfirmed } from '../../../electron/contract/screening-groups.ts';
import { Button } from '../../components/button/button.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useFigures } from '../../lib/use-figures.ts';
import { calendarYears } from './format.ts';

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

function Lines({ title, lines }: { title?: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      {title ? <h4>{title}</h4> : null}
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}

/** A part that opens on tap. */
export function More({ words, children }: { words: ReactNode; children: ReactNode }) {
  return (
    <details className="finder-more">
      <summary>
        <Pictogram name="down" />
        <span>{words}</span>
      </summary>
      <div className="finder-more-words">{children}</div>
    </details>
  );
}

/** How sure it is: when it was checked, of which years its figures are, and whether anybody has called. */
function Standing({ result }: { result: ProgramResult }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const { day } = useFigures();
  const { checked, figures } = result;
  const years = [...new Set(figures.map(({ year }) => year))].sort();
  return (
    <p className="quiet finder-standing">
      {isConfirmed(result) ? null : (
        <strong className="finder-unconfirmed">
          <Pictogram name="warning" />
          {t('finder.card.unconfirmed')}
        </strong>
      )}
      <span>{t('finder.card.checked', { date: day(checked) })}</span>
      {years.length === 0 ? null : (
        <span>{t('finder.card.year', { year: calendarYears(years, locale) })}</span>
      )}
    </p>
  );
}

/** To the page about the Medicaid work rule, from a program to which it belongs. */
function WorkRuleButton({ result }: { result: ProgramResult }) {
  const { t } = useTranslation();
  const { go } = useSession();
  if (!result.reasons.some(({ id }) => id === workRule)) return null;
  return (
    <Button onPress={() => go({ screen: 'finder', step: 'work-rule' })}>{t('finder.card.work-rule')}</Button>
  );
}

const textOf = ({ text }: { text: string }) => text;

/** A program to ask about first: what it gives and how to apply at once, reasons and papers on tap. */
export function ResultCard({ result }: { result: ProgramResult }) {
  const { t } = useTranslation();
  const title = useId();
  return (
    <article className="finder-card" aria-labelledby={title} data-program={result.program}>
      <h3 id={title}>{result.name}</h3>
      {result.gives.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Lines title={t('finder.card.apply')} lines={result.apply} />
      <Contact phone={result.phone} url={result.url} />
      <WorkRuleButton result={result} />
      <div className="finder-mores">
        <More words={t('finder.card.why')}>
          <Lines lines={result.reasons.map(textOf)} />
        </More>
        {result.papers.length > 0 ? (
          <More words={t('finder.card.papers')}>
            <Lines lines={result.papers.map(textOf)} />
          </More>
        ) : null}
      </div>
      <Standing result={result} />
    </article>
  );
}

/** A program that may help: its name and what it gives; everything else on tap, so that a long list stays short. */
export function ResultRow({ result }: { result: ProgramResult }) {
  const { t } = useTranslation();
  const [first, ...others] = result.gives;
  const head = (
    <>
      <h3>{result.name}</h3>
      {first ? <p>{first}</p> : null}
    </>
  );
  return (
    <article className="finder-row" data-program={result.program}>
      <More words={head}>
        {others.map((line) => (
          <p key={line}>{line}</p>
        ))}
        <Contact phone={result.phone} url={result.url} />
        <Lines title={t('finder.card.apply')} lines={result.apply} />
        <Lines title={t('finder.card.why')} lines={result.reasons.map(textOf)} />
        <Lines title={t('finder.card.papers')} lines={result.papers.map(textOf)} />
        <WorkRuleButton result={result} />
        <Standing result={result} />
      </More>
    </article>
  );
}
