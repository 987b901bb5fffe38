import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { I18nextProvider, useTranslation } from 'react-i18next';
import type { Client } from '../electron/contract/client.ts';
import type { ErrorCode } from '../electron/contract/errors.ts';
import { Button } from './components/button/button.tsx';
import { Frame } from './components/frame/frame.tsx';
import { Popup } from './components/popup/popup.tsx';
import {
  SessionProvider,
  useSession,
  type KioskState,
  type Place,
  type Session,
  type TextSize,
} from './lib/session/session.tsx';
import { useIdle } from './lib/session/use-idle.ts';
import { createStrings, loadLanguage } from './lib/strings.ts';
import { toKioskError } from './lib/use-call.ts';
import { Code } from './screens/code/code.tsx';
import { Finder } from './screens/finder/finder.tsx';
import { FinderProvider } from './screens/finder/finder-state.tsx';
import { Guide } from './screens/guide/guide.tsx';
import { Group } from './screens/group/group.tsx';
import { Home } from './screens/home/home.tsx';
import { Interpreter } from './screens/interpreter/interpreter.tsx';
import { Problem } from './screens/problem/problem.tsx';
import { Search } from './screens/search/search.tsx';
import { Welcome } from './screens/welcome/welcome.tsx';

const StaffEntry = lazy(() =>
  import('./screens/staff/staff-entry.tsx').then(({ StaffEntry: entry }) => ({ default: entry })),
);

function Screen({ place, onLeave }: { place: Place; onLeave: () => void }) {
  switch (place.screen) {
    case 'home':
      return <Home />;
    case 'guide':
      return <Guide id={place.guide} section={place.section} whole={place.whole} />;
    case 'group':
      return <Group id={place.group} />;
    case 'search':
      return <Search text={place.text} />;
    case 'code':
      return <Code />;
    case 'interpreter':
      return <Interpreter />;
    case 'finder':
      return <Finder step={place.step} changing={place.changing ?? false} />;
    case 'staff':
      return (
        <Suspense fallback={null}>
          <StaffEntry onLeave={onLeave} />
        </Suspense>
      );
    default:
      return place satisfies never;
  }
}

function IdleWarning({ onGone }: { onGone: () => void }) {
  const { t } = useTranslation();
  const { kiosk, language } = useSession();
  const idle = useIdle(true, kiosk.idle, onGone);
  const seconds =
    idle.phase === 'warning' ? new Intl.NumberFormat(language.locale).format(idle.secondsLeft) : '';
  return (
    <Popup title={t('idle.title')} isOpen={idle.phase === 'warning'} onClose={() => undefined}>
      <p>{t('idle.words')}</p>
      <p className="count" aria-hidden="true">
        {seconds}
      </p>
      {/* Any touch or key is presence enough: the button only says so. */}
      <Button kind="main">{t('idle.stay')}</Button>
    </Popup>
  );
}

interface VisitProps {
  client: Client;
  kiosk: KioskState;
  pictograms: Record<string, string[]>;
  words: Record<string, string>;
  onWipe: () => void;
}

/** One visit: from the choice of a language until the screen is cleared. All of it is dropped when its key changes. */
function Visit({ client, kiosk, pictograms, words, onWipe }: VisitProps) {
  const strings = useMemo(() => createStrings(), []);
  const [tag, setTag] = useState<string | null>(null);
  const [places, setPlaces] = useState<Place[]>([{ screen: 'home' }]);
  const [textSize, chooseTextSize] = useState<TextSize>('normal');
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const language = kiosk.languages.find((one) => one.tag === tag) ?? null;
  const chooseLanguage = useCallback(
    async (next: string) => {
      try {
        await loadLanguage(strings, client, next);
        setTag(next);
      } catch (error) {
        setProblem(toKioskError(error).code);
      }
    },
    [strings, client],
  );
  useEffect(() => {
    document.documentElement.lang = language?.tag ?? 'en';
    document.documentElement.dir = language?.direction ?? 'ltr';
    document.documentElement.dataset['textSize'] = textSize;
  }, [language, textSize]);
  if (problem) return <Problem code={problem} onRetry={onWipe} />;
  if (!language)
    return (
      <Welcome languages={kiosk.languages} words={words} onChoose={(next) => void chooseLanguage(next)} />
    );
  const place = places.at(-1) as Place;
  const session: Session = {
    ...{ client, kiosk, language, place, textSize, pictograms, chooseLanguage, chooseTextSize },
    canGoBack: places.length > 1,
    go: (next) => setPlaces((before) => [...before, next]),
    update: (next) => setPlaces((before) => [...before.slice(0, -1), next]),
    back: () => setPlaces((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    home: () => setPlaces([{ screen: 'home' }]),
    clear: onWipe,
  };
  return (
    <I18nextProvider i18n={strings}>
      <I18nProvider locale={language.locale}>
        <SessionProvider session={session}>
          <FinderProvider>
            <Frame key={place.screen === 'staff' ? 'staff' : 'patient'}>
              <Screen place={place} onLeave={session.home} />
            </Frame>
          </FinderProvider>
          <IdleWarning onGone={onWipe} />
        </SessionProvider>
      </I18nProvider>
    </I18nextProvider>
  );
}

/** The whole kiosk: loads what every visit needs, and starts a new visit whenever the screen is cleared. */
export function App({ client }: { client: Client }) {
  const [visit, setVisit] = useState(0);
  const [loaded, setLoaded] = useState<Omit<VisitProps, 'client' | 'onWipe'> | null>(null);
  const [problem, setProblem] = useState<ErrorCode | null>(null);
  const load = useCallback(async () => {
    try {
      const kiosk = await client['kiosk.state']({});
      if (kiosk.problem) {
        setProblem(kiosk.problem.code);
        return;
      }
      const { pictograms } = await client['kiosk.pictograms']({});
      const choose = async (tag: string) => [
        tag,
        (await client['kiosk.strings']({ language: tag })).strings['welcome.choose'] ?? '',
      ];
      const words = Object.fromEntries(
        await Promise.all(kiosk.languages.map(({ tag }) => choose(tag))),
      ) as Record<string, string>;
      setLoaded({ kiosk, pictograms, words });
      setProblem(null);
    } catch (error) {
      setProblem(toKioskError(error).code);
    }
  }, [client]);
  // Every state it sets comes after an answer from the services, never while this effect runs.
  // eslint-disable-next-line react-hooks/set-state-in-effect
  useEffect(() => void load(), [load]);
  if (problem) return <Problem code={problem} onRetry={() => void load()} />;
  if (!loaded) return null;
  const wipe = () => {
    window.getSelection()?.removeAllRanges();
    setVisit(visit + 1);
    void load();
  };
  return <Visit key={visit} client={client} {...loaded} onWipe={wipe} />;
}
