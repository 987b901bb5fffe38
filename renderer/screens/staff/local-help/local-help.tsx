import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LocalResource, StaffResource } from '../../../../electron/contract/local-resource.ts';
import { Button } from '../../../components/button/button.tsx';
import { ScreenTitle } from '../../../components/frame/frame.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useSession } from '../../../lib/session/session.tsx';
import { toKioskError, useCall } from '../../../lib/use-call.ts';
import { useFigures } from '../../../lib/use-figures.ts';
import { helpGroup } from '../../group/group.tsx';
import { CallProblem } from '../../problem/problem.tsx';
import { SavePopup } from '../output.tsx';
import { useProblemWords } from '../problem-words.ts';
import { isolated } from '../use-listed.ts';
import { ResourceForm } from './resource-form.tsx';
import { ResourceImport } from './resource-import.tsx';
import { ResourceList } from './resource-list.tsx';

type View =
  { shows: 'list' } | { shows: 'form'; resource?: StaffResource } | { shows: 'import' } | { shows: 'export' };

/** What was done last; `removed` can be put back until the next step. */
interface Done {
  words: string;
  removed?: LocalResource;
}

interface LocalHelpProps {
  session: string;
  onEnded: () => void;
}

/** The list as it stands now, read again after each change. */
function useResources(session: string, onEnded: () => void) {
  const { client, language } = useSession();
  const [version, setVersion] = useState(0);
  const loaded = useCall(`${language.tag} ${version}`, () =>
    client['staff.resources.list']({ session, language: language.tag }),
  );
  const ended = loaded.state === 'failed' && loaded.error.code === 'session-ended';
  useEffect(() => {
    if (ended) onEnded();
    // onEnded is new at each render and says the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ended]);
  return {
    loaded: ended ? ({ state: 'loading' } as const) : loaded,
    readAgain: () => setVersion(version + 1),
  };
}

function DoneLine({ done, onUndo }: { done: Done | null; onUndo: (removed: LocalResource) => void }) {
  const { t } = useTranslation();
  const removed = done?.removed;
  return (
    <div className="row resource-done">
      <p role="status">{done?.words}</p>
      {removed ? (
        // The button that was pressed went with its place: the focus goes where it can be undone.
        <Button small autoFocus onPress={() => onUndo(removed)}>
          {t('local-staff.undo')}
        </Button>
      ) : null}
    </div>
  );
}

/** The clinic's own list of places that help: see, add, change, check, delete, import, save as a file. */
export function LocalHelp({ session, onEnded }: LocalHelpProps) {
  const { t } = useTranslation();
  const { client } = useSession();
  const { number } = useFigures();
  const words = useProblemWords();
  const { loaded, readAgain } = useResources(session, onEnded);
  const [view, setView] = useState<View>({ shows: 'list' });
  const [done, setDone] = useState<Done | null>(null);
  const [problem, setProblem] = useState('');
  const screen = view.shows === 'export' ? 'list' : view.shows;
  useEffect(() => {
    // Newer browsers answer this call with a promise, which React would take for a clean-up.
    void document.getElementById('main')?.scrollTo({ top: 0 });
  }, [screen]);
  const show = (next: View) => {
    setView(next);
    setProblem('');
  };
  /** Does one thing, says so, and shows the list as it is then. */
  const run = async (work: () => Promise<Done>) => {
    setProblem('');
    setDone(null);
    try {
      setDone(await work());
      setView({ shows: 'list' });
      readAgain();
    } catch (error) {
      const known = toKioskError(error);
      if (known.code === 'session-ended') onEnded();
      else setProblem(words(known));
    }
  };
  const save = (key: string, resource: LocalResource, id?: number) =>
    run(async () => {
      await client['staff.resources.save']({ session, resource, ...(id === undefined ? {} : { id }) });
      return { words: t(key, { name: isolated(resource.name) }) };
    });
  const remove = ({ id, name }: StaffResource) =>
    run(async () => {
      const { removed } = await client['staff.resources.remove']({ session, id });
      return { words: t('local-staff.removed', { name: isolated(name) }), removed };
    });
  const importCsv = (csv: string) =>
    run(async () => {
      const { created, changed } = await client['staff.resources.import']({ session, csv });
      return {
        words: t('local-staff.imported', { created: number(created), changed: number(changed) }),
      };
    });

  if (loaded.state === 'failed') return <CallProblem error={loaded.error} />;
  if (loaded.state === 'loading') return null;
  const { resources, today } = loaded.value;
  if (view.shows === 'form') {
    const { resource } = view;
    return (
      <ResourceForm
        {...{ resource, today, problem }}
        onSave={(next) => void save('local-staff.saved', next, resource?.id)}
        onCancel={() => show({ shows: 'list' })}
      />
    );
  }
  if (view.shows === 'import')
    return (
      <ResourceImport
        {...{ session, problem, onEnded }}
        onConfirm={(csv) => void importCsv(csv)}
        onCancel={() => show({ shows: 'list' })}
      />
    );
  return (
    <div className="page page-wide stack">
      <ScreenTitle of="local-help">{t('local-staff.title')}</ScreenTitle>
      <p className="lead">{t('local-staff.lead', { group: t(`group.${helpGroup}`) })}</p>
      <div className="row">
        <Button kind="main" onPress={() => show({ shows: 'form' })}>
          <Pictogram name="plus" />
          {t('local-staff.add')}
        </Button>
        <Button onPress={() => show({ shows: 'import' })}>{t('local-staff.import')}</Button>
        <Button onPress={() => show({ shows: 'export' })}>
          <Pictogram name="usb" />
          {t('local-staff.export')}
        </Button>
      </div>
      <DoneLine done={done} onUndo={(removed) => void save('local-staff.restored', removed)} />
      <p role="alert" className="error">
        {problem}
      </p>
      {resources.length === 0 ? (
        <section className="resource stack-small">
          <h2>{t('local-staff.empty')}</h2>
          <p>{t('local-staff.empty.words')}</p>
        </section>
      ) : null}
      <ResourceList
        resources={resources}
        today={today}
        actions={{
          onCheck: ({ id, age: _age, ...resource }) =>
            void save('local-staff.checked', { ...resource, lastChecked: today }, id),
          onChange: (resource) => show({ shows: 'form', resource }),
          onRemove: (resource) => void remove(resource),
        }}
      />
      {view.shows === 'export' ? (
        <SavePopup
          title={t('local-staff.export')}
          session={session}
          save={(folder) => client['staff.resources.export']({ session, folder })}
          onClose={() => show({ shows: 'list' })}
        />
      ) : null}
    </div>
  );
}
