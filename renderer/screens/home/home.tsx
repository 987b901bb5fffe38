import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button/button.tsx';
import { ScreenTitle } from '../../components/frame/frame.tsx';
import { OtherLanguages } from '../../components/other-languages/other-languages.tsx';
import { Pictogram } from '../../components/pictogram/pictogram.tsx';
import { Tile } from '../../components/tile/tile.tsx';
import { useSession } from '../../lib/session/session.tsx';
import { useCall } from '../../lib/use-call.ts';
import { helpGroup } from '../group/group.tsx';
import { FinderTile } from '../finder/finder-tile.tsx';
import { CallProblem } from '../problem/problem.tsx';

/** Searching and the code of a sheet first, then the groups of guides. */
export function Home() {
  const { t } = useTranslation();
  const { client, language, go } = useSession();
  const loaded = useCall(language.tag, () => client['library.home']({ language: language.tag }));
  const local = useCall(language.tag, () => client['resources.list']({ language: language.tag }));
  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  // All at once, so that nothing moves under a finger.
  if (loaded.state === 'loading' || local.state === 'loading') return null;
  const { groups } = loaded.value;
  // The clinic's own list needs a way in even where no guide of its group can be shown.
  const onlyLocal =
    !groups.some(({ id }) => id === helpGroup) && local.state === 'done' && local.value.resources.length > 0;
  return (
    <div className="page page-wide stack">
      <ScreenTitle of="home">{t('home.title')}</ScreenTitle>
      <ul className="tiles tiles-first">
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
        <FinderTile />
      </ul>
      {groups.length > 0 || onlyLocal ? (
        <section className="stack-small" aria-labelledby="home-groups">
          <h2 id="home-groups">{t('home.groups')}</h2>
          <ul className="tiles">
            {groups.map((group) => (
              <li key={group.id}>
                <Tile
                  pictogram={group.guides[0]?.pictogram ?? 'note'}
                  title={group.title}
                  summary={t(`group.${group.id}.hint`)}
                  onPress={() => go({ screen: 'group', group: group.id })}
                />
              </li>
            ))}
            {onlyLocal ? (
              <li>
                <Tile
                  pictogram="map-pin"
                  title={t(`group.${helpGroup}`)}
                  summary={t('local.title')}
                  onPress={() => go({ screen: 'group', group: helpGroup })}
                />
              </li>
            ) : null}
          </ul>
        </section>
      ) : null}
      {language.complete ? null : <OtherLanguages words={t('home.more')} />}
      {groups.length === 0 && !onlyLocal ? <p className="lead">{t('home.empty')}</p> : null}
      <div className="row">
        <Button kind="quiet" small onPress={() => go({ screen: 'staff' })}>
          <Pictogram name="lock" />
          {t('home.staff')}
        </Button>
      </div>
    </div>
  );
}
