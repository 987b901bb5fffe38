import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { OtherLanguages } from '../../components/other-languages/other-languages.tsx';
import type { FinderStep } from '../../lib/session/finder-step.ts';
import { useSession } from '../../lib/session/session.tsx';
import { AnswerList } from './answer-list.tsx';
import { useFinder } from './finder-state.tsx';
import './finder.css';
import { toHousehold } from './household.ts';
import { PrintList } from './print-list.tsx';
import { Question } from './question.tsx';
import { Results } from './results.tsx';
import { Start } from './start.tsx';
import { WorkRule } from './work-rule.tsx';

/** The list is of answers: without a household there is none, and the results say what is missing. */
function List() {
  const household = toHousehold(useFinder().answers);
  return household ? <PrintList household={household} /> : <Results />;
}

function Step({ step, changing }: { step: FinderStep; changing: boolean }) {
  switch (step) {
    case 'start':
      return <Start />;
    case 'results':
      return <Results />;
    case 'answers':
      return <AnswerList />;
    case 'work-rule':
      return <WorkRule />;
    case 'list':
      return <List />;
    default:
      return <Question key={step} id={step} changing={changing} />;
  }
}

/** The finder of help with paying, a step at a time. A language that lacks its texts offers those that have them. */
export function Finder({ step, changing }: { step: FinderStep; changing: boolean }) {
  const { t } = useTranslation();
  const { kiosk, language } = useSession();
  useEffect(() => {
    document.getElementById('main')?.scrollTo({ top: 0 });
  }, [step]);
  if (!kiosk.finder.includes(language.tag)) {
    return (
      <div className="page stack">
        <ScreenTitle of="elsewhere">{t('finder.title')}</ScreenTitle>
        <OtherLanguages words={t('finder.elsewhere')} tags={kiosk.finder} />
      </div>
    );
  }
  return <Step step={step} changing={changing} />;
}
