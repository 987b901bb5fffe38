import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { CallProblem } from '../problem/problem.tsx';

/** Guides as large tiles, by group; searching and the code of a sheet stand first. */
export function Home() {
  const { t } = useTranslation();
  const { client, language, go } = useSession();
  const loaded = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  return (
    <div className="page page-wide stack">
      <ScreenTitle of="home">{t('home.title')}</ScreenTitle>
      <ul className="tiles">
        <li>
          <Tile
            pictogram="search"
            title={t('home.search')}
            summary={t('home.search.hint')}
            onPress={() => go({ screen: 'search', text: '' })}
          />
        </li>
        <li>
          <Tile
            pictogram="code"
            title={t('home.code')}
            summary={t('home.code.hint')}
            onPress={() => go({ screen: 'code' })}
          />
        </li>
      </ul>
      {loaded.state === 'done'
        ? loaded.value.groups.map((group) => (
            <section key={group.id} className="stack-small" aria-labelledby={`group-${group.id}`}>
              <h2 id={`group-${group.id}`}>{group.title}</h2>
              <ul className="tiles">
                {group.guides.map((guide) => (
                  <li key={guide.id}>
                    <Tile
                      pictogram={guide.pictogram}
                      title={guide.title}
                      summary={guide.summary}
                      onPress={() => go({ screen: 'guide', guide: guide.id })}
                    />
                  </li>
                ))}
              </ul>
            </section>
          ))
        : null}
      {loaded.state === 'done' && loaded.value.groups.length === 0 ? (
        <p className="lead">{t('home.empty')}</p>
      ) : null}
      <div className="row">
        <Button kind="quiet" small onPress={() => go({ screen: 'staff' })}>
          <Pictogram name="lock" />
          {t('home.staff')}
        </Button>
      </div>
    </div>
  );
}
