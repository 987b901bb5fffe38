import { lazy, Suspense, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Household } from '../../../electron/contract/household.ts';
import type { PrintedList } from '../../../electron/contract/printed-list.ts';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { CallProblem } from '../problem/problem.tsx';
import { Choices } from './choices.tsx';
import { KioskPrint } from './kiosk-print.tsx';

const ListOutput = lazy(() =>
  import('../staff/list-output.tsx').then(({ ListOutput: output }) => ({ default: output })),
);

const lengths = ['short', 'whole'] as const satisfies PrintedList['length'][];
const letters = ['normal', 'large'] as const satisfies PrintedList['print'][];

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="stack-small" role="group" aria-labelledby={id}>
      <h2 id={id} className="finder-list-question">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** The language alone, or beside another that has the finder; English first, which most helpers read. */
function LanguageChoice({
  second,
  onChange,
}: {
  second: string | undefined;
  onChange: (second: string | undefined) => void;
}) {
  const { kiosk, language } = useSession();
  const others = kiosk.languages.filter(({ tag }) => tag !== language.tag && kiosk.finder.includes(tag));
  const both = new Intl.ListFormat(language.locale);
  const options = [
    { id: language.tag, label: language.ownName },
    ...others
      .toSorted((a, b) => Number(b.tag === 'en') - Number(a.tag === 'en'))
      .map(({ tag, ownName }) => ({ id: tag, label: both.format([language.ownName, ownName]) })),
  ];
  return (
    <Choices
      options={options}
      chosen={second ?? language.tag}
      onChoose={(tag) => onChange(tag === language.tag ? undefined : tag)}
    />
  );
}

function usePrintedList(household: Household): [PrintedList, (next: Partial<PrintedList>) => void] {
  const { kiosk, language } = useSession();
  const helpers = language.tag !== 'en' && kiosk.finder.includes('en') ? 'en' : undefined;
  const [chosen, setChosen] = useState<Pick<PrintedList, 'length' | 'print' | 'secondLanguage'>>({
    length: 'short',
    print: 'normal',
    secondLanguage: helpers,
  });
  const { secondLanguage, ...others } = chosen;
  const list = {
    ...{ household, language: language.tag, ...others },
    ...(secondLanguage === undefined || secondLanguage === language.tag ? {} : { secondLanguage }),
  };
  return [list, (next) => setChosen({ ...chosen, ...next })];
}

/** What the printed list holds and how, then the way to paper that the clinic chose. */
export function PrintList({ household }: { household: Household }) {
  const { t } = useTranslation();
  const { client } = useSession();
  const [list, change] = usePrintedList(household);
  const [forStaff, setForStaff] = useState(false);
  const printing = useCall('printing', () => client['assistance.printing']({}));
  if (printing.state === 'failed') return <CallProblem error={printing.error} />;
  if (printing.state === 'loading') return null;
  if (forStaff)
    return (
      <Suspense fallback={null}>
        <ListOutput list={list} onDone={() => setForStaff(false)} />
      </Suspense>
    );
  return (
    <div className="page page-wide stack">
      <ScreenTitle of="print-list">{t('finder.list')}</ScreenTitle>
      <p className="lead">
        {t('finder.list.lead')} {t('finder.list.kept')}
      </p>
      <div className="finder-list-choices">
        <Group title={t('finder.list.languages')}>
          <LanguageChoice
            second={list.secondLanguage}
            onChange={(secondLanguage) => change({ secondLanguage })}
          />
        </Group>
        <Group title={t('finder.list.length')}>
          <Choices
            options={lengths.map((id) => ({ id, label: t(`finder.list.length.${id}`) }))}
            chosen={list.length}
            onChoose={(id) => change({ length: id as PrintedList['length'] })}
          />
        </Group>
        <Group title={t('finder.list.letters')}>
          <Choices
            options={letters.map((id) => ({ id, label: t(`finder.list.letters.${id}`) }))}
            chosen={list.print}
            onChoose={(id) => change({ print: id as PrintedList['print'] })}
          />
        </Group>
      </div>
      <div className="finder-list-foot row">
        {printing.value.atKiosk ? (
          // Another list is another print: what became of the one before is not said of it.
          <KioskPrint key={JSON.stringify(list)} list={list} />
        ) : (
          <p className="lead">
            <strong>{t('finder.list.ask')}</strong>
          </p>
        )}
        <Button kind={printing.value.atKiosk ? 'quiet' : 'main'} onPress={() => setForStaff(true)}>
          {t('finder.list.staff')}
        </Button>
      </div>
    </div>
  );
}
