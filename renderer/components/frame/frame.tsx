import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textSizes, useSession } from '../../lib/session/session.tsx';
import { Button } from '../button/button.tsx';
import { EmergencyStrip } from '../emergency-strip/emergency-strip.tsx';
import { LanguageChoices } from '../language-menu/language-choices.tsx';
import { Pictogram } from '../pictogram/pictogram.tsx';
import { Popup } from '../popup/popup.tsx';

function TextSizeMenu({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { textSize, chooseTextSize } = useSession();
  return (
    <Popup title={t('text-size.title')} isOpen={isOpen} onClose={onClose}>
      <div className="choices">
        {textSizes.map((size) => (
          <Button
            key={size}
            kind={size === textSize ? 'main' : 'plain'}
            onPress={() => {
              chooseTextSize(size);
              onClose();
            }}
          >
            {t(`text-size.${size}`)}
          </Button>
        ))}
      </div>
    </Popup>
  );
}

function LanguageMenu({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { kiosk, language, chooseLanguage } = useSession();
  return (
    <Popup title={t('language.title')} isOpen={isOpen} onClose={onClose}>
      <LanguageChoices
        languages={kiosk.languages}
        current={language.tag}
        onChoose={(tag) => {
          void chooseLanguage(tag);
          onClose();
        }}
      />
    </Popup>
  );
}

function Header() {
  const { t } = useTranslation();
  const session = useSession();
  const [menu, setMenu] = useState<'language' | 'size' | null>(null);
  const { place } = session;
  return (
    <div className="frame-header">
      {session.canGoBack ? (
        <Button onPress={session.back}>
          <Pictogram name="back" flip />
          {t('header.back')}
        </Button>
      ) : null}
      {place.screen === 'home' ? null : (
        <Button onPress={session.home}>
          <Pictogram name="home" />
          {t('header.home')}
        </Button>
      )}
      <span className="spacer" />
      {place.screen === 'interpreter' || place.screen === 'staff' ? null : (
        <Button onPress={() => session.go({ screen: 'interpreter' })}>
          <Pictogram name="interpreter" />
          {t('header.interpreter')}
        </Button>
      )}
      <Button onPress={() => setMenu('language')}>
        <Pictogram name="language" />
        {session.language.ownName}
      </Button>
      <Button onPress={() => setMenu('size')}>
        <Pictogram name="text-size" />
        {t('header.text-size')}
      </Button>
      <Button onPress={session.clear}>
        <Pictogram name="clear" />
        {t('header.clear')}
      </Button>
      <LanguageMenu isOpen={menu === 'language'} onClose={() => setMenu(null)} />
      <TextSizeMenu isOpen={menu === 'size'} onClose={() => setMenu(null)} />
    </div>
  );
}

/** What stands around every screen: the way back, language, text size, clearing, and the emergency numbers. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const { kiosk } = useSession();
  return (
    <div className="frame">
      <header>
        <Header />
        {kiosk.mode === 'demonstration' ? <p className="ribbon">{t('ribbon.demonstration')}</p> : null}
      </header>
      <main className="frame-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <EmergencyStrip />
    </div>
  );
}

/** The heading of a screen: takes the focus when the screen opens, so that a screen reader begins there. */
export function ScreenTitle({ children, of }: { children: ReactNode; of: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [of]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
