import { useTranslation } from 'react-i18next';
import type { ProgramResult, Screening } from '../../../electron/contract/assistance.ts';
import { groupScreening } from '../../../electron/contract/screening-groups.ts';
import { Button } from '../../components/button/button.tsx';
import { Callout } from '../../components/callout/callout.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { CallProblem } from '../problem/problem.tsx';
import { useFinder } from './finder-state.tsx';
import { calendarYears, wholeNumber } from './format.ts';
import { anyHousehold, toHousehold } from './household.ts';
import { Near } from './near.tsx';
import { missingQuestion } from './questions.ts';
import { Contact, More, ResultCard, ResultRow } from './result-card.tsx';
import { StartAgain } from './start-again.tsx';

/** The warning that belongs to every list of programs (facts 3G). */
function ScamWarning() {
  const { t } = useTranslation();
  const lines = [
    t('finder.scam.free'),
    t('finder.scam.bank'),
    t('finder.scam.medicare'),
    t('finder.scam.today'),
  ];
  const plain = (text: string) => [{ type: 'text' as const, text }];
  return (
    <Callout
      terms={[]}
      block={{
        type: 'callout',
        level: 'yellow',
        title: plain(t('finder.scam.title')),
        blocks: [{ type: 'list', items: lines.map((line) => ({ content: plain(line) })) }],
      }}
    />
  );
}

function Always({ always }: { always: Screening['always'] }) {
  const { t } = useTranslation();
  return (
    <section className="stack-small" aria-labelledby="finder-always" data-group="always">
      <h2 id="finder-always">{t('finder.results.always')}</h2>
      <ul className="finder-always">
        {always.map(({ program, name, text, phone, url }) => (
          <li key={program} data-program={program}>
            <h3>{name}</h3>
            <p>{text}</p>
            <Contact phone={phone} url={phone === null ? url : null} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ id, results }: { id: 'first' | 'may'; results: ProgramResult[] }) {
  const { t } = useTranslation();
  if (results.length === 0) return null;
  const first = id === 'first';
  return (
    <section className="stack-small" aria-labelledby={`finder-${id}`} data-group={id}>
      <h2 id={`finder-${id}`}>{first ? t('finder.results.first') : t('finder.results.may')}</h2>
      <p>{first ? t('finder.results.first.hint') : t('finder.results.may.hint')}</p>
      <div className="finder-cards">
        {results.map((result) =>
          first ? (
            <ResultCard key={result.program} result={result} />
          ) : (
            <ResultRow key={result.program} result={result} />
          ),
        )}
      </div>
    </section>
  );
}

function ProbablyNot({ results }: { results: ProgramResult[] }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  if (results.length === 0) return null;
  const number = wholeNumber(results.length, locale);
  return (
    <section data-group="probably-not">
      <More words={t('finder.results.probably-not', { number })}>
        <p>{t('finder.results.probably-not.hint')}</p>
        <ul className="finder-not">
          {results.map(({ program, name, reasons }) => (
            <li key={program} data-program={program}>
              <More words={name}>
                <ul>
                  {reasons.map(({ id, text }) => (
                    <li key={id + text}>{text}</li>
                  ))}
                </ul>
              </More>
            </li>
          ))}
        </ul>
      </More>
    </section>
  );
}

/** Everything that was found, each program once: what helps everyone and comes first stands first, the rest of it in its own group. */
function Found({ screening }: { screening: Screening }) {
  const { t } = useTranslation();
  const { locale } = useSession().language;
  const { first, everyone, may, probablyNot, gap } = groupScreening(screening);
  const { guidelineYear } = screening.povertyLevel;
  return (
    <>
      {guidelineYear === null ? null : (
        <p className="quiet">
          {t('finder.results.figures', { year: calendarYears([guidelineYear], locale) })}
        </p>
      )}
      {gap === null ? null : <p className="lead finder-gap">{gap}</p>}
      <Group id="first" results={first} />
      <Always always={everyone} />
      <Group id="may" results={may} />
      <ProbablyNot results={probablyNot} />
    </>
  );
}

function PrintButton() {
  const { t } = useTranslation();
  const { go } = useSession();
  return (
    <Button kind="main" onPress={() => go({ screen: 'finder', step: 'list' })}>
      <Pictogram name="print" />
      {t('finder.list')}
    </Button>
  );
}

/** What may help, first things first. Without a state or a household size: what helps everyone, and the way to more. */
export function Results() {
  const { t } = useTranslation();
  const { client, language, go } = useSession();
  const { answers } = useFinder();
  const household = toHousehold(answers);
  const missing = missingQuestion(answers);
  const asked = { language: language.tag, household: household ?? anyHousehold };
  const loaded = useCall(JSON.stringify(asked), () => client['assistance.screen'](asked));
  const near = useCall(language.tag, () => client['resources.list']({ language: language.tag }));
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  if (near.state === 'failed') return <CallProblem error={near.error} />;
  // Both at once, so that nothing moves under a finger.
  if (loaded.state === 'loading' || near.state === 'loading') return null;
  return (
    <div className="page page-wide stack finder-results">
      <ScreenTitle of="results">{t('finder.results.title')}</ScreenTitle>
      <p className="lead">
        <strong>{t('finder.results.decide')}</strong>
      </p>
      {household ? (
        <div className="row">
          <PrintButton />
        </div>
      ) : null}
      <Near resources={near.value.resources} />
      {household ? (
        <Found screening={loaded.value} />
      ) : (
        <>
          <p className="lead">{t('finder.results.short')}</p>
          {missing ? (
            <div className="row">
              <Button kind="main" onPress={() => go({ screen: 'finder', step: missing })}>
                {t('finder.results.answer')}
              </Button>
            </div>
          ) : null}
          <Always always={loaded.value.always} />
        </>
      )}
      <ScamWarning />
      <p>{t('finder.start.status')}</p>
      <div className="row finder-foot">
        {household ? <PrintButton /> : null}
        <Button onPress={() => go({ screen: 'finder', step: 'answers' })}>{t('finder.change')}</Button>
        <StartAgain />
      </div>
    </div>
  );
}
