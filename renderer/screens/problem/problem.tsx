import { useTranslation } from 'react-i18next';
import type { ErrorCode, KioskError } from '../../../electron/contract/errors.ts';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { useSession } from '../../lib/session/session.tsx';

/** Built in, because the pack that holds all other strings may be what is broken. */
const bundled = import.meta.glob<Record<string, string>>('../../../content/languages/*/ui/problem.json', {
  eager: true,
  import: 'default',
});

const problems = [
  'pack-missing',
  'pack-corrupt',
  'database-corrupt',
  'database-newer',
  'data-folder-denied',
  'disk-full',
  'nothing-reviewed',
  'services-down',
] as const;
const known = (code: ErrorCode) => problems.find((one) => one === code) ?? 'internal';

/** The whole kiosk cannot work: says so in every language, and to staff what to do. */
export function Problem({ code, onRetry }: { code: ErrorCode; onRetry: () => void }) {
  const languages = Object.entries(bundled).map(([file, texts]) => ({
    tag: file.split('/').at(-3) ?? '',
    texts,
  }));
  return (
    <main className="problem stack" data-problem={code}>
      <h1 lang="es">Sala</h1>
      {languages.map(({ tag, texts }) => (
        <section
          key={tag}
          lang={tag}
          dir={texts['problem.direction'] === 'rtl' ? 'rtl' : 'ltr'}
          className="stack-small"
        >
          <h2>{texts['problem.title']}</h2>
          <p>{texts['problem.patient']}</p>
          <p>{texts[`problem.${known(code)}`]}</p>
        </section>
      ))}
      <Button kind="main" onPress={onRetry}>
        {languages.map(({ texts }) => texts['problem.retry']).join(' · ')}
      </Button>
    </main>
  );
}

/** One thing could not be shown; everything else still works. */
export function CallProblem({ error }: { error: KioskError }) {
  const { t } = useTranslation();
  const { home } = useSession();
  const words =
    error.code === 'not-found' || error.code === 'not-reviewed' ? t('error.not-here') : t('error.try-again');
  return (
    <div className="page stack">
      <ScreenTitle of={error.code}>{t('error.title')}</ScreenTitle>
      <p className="lead">{words}</p>
      <div className="row">
        <Button kind="main" onPress={home}>
          {t('header.home')}
        </Button>
      </div>
    </div>
  );
}
