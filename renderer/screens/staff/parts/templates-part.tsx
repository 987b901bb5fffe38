import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoutTemplate, ShippedName } from '../../../../electron/contract/handout-template.ts';
import { Button } from '../../../components/button/button.tsx';
import { Pictogram } from '../../../components/pictogram/pictogram.tsx';
import { useFigures } from '../../../lib/use-figures.ts';
import { Part } from '../form-parts.tsx';
import { useProblemWords } from '../problem-words.ts';
import { SaveTemplate } from '../save-template.tsx';
import { isolated } from '../use-listed.ts';
import type { useTemplates } from '../use-templates.ts';

interface TemplatesProps {
  templates: ReturnType<typeof useTemplates>;
  /** The form's structure as it stands; null while there is none to keep. */
  structure: HandoutTemplate | null;
  /** Takes over the structure; answers how many guides are not here. */
  onChoose: (template: HandoutTemplate) => number;
}

interface OwnTemplate {
  name: string;
  template: HandoutTemplate;
}

/** What was done last; `removed` can be put back until the next step. */
interface Done {
  words: string;
  missing?: number;
  removed?: OwnTemplate;
}

/** The line that says what was done, and the way back from a deletion. */
function DoneLine({ done, onPutBack }: { done: Done | null; onPutBack: (removed: OwnTemplate) => void }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const removed = done?.removed;
  return (
    <div className="row template-done">
      <p role="status">
        {done?.words}
        {done?.missing ? ` ${t('builder.template.missing', { number: number(done.missing) })}` : ''}
      </p>
      {removed ? (
        // The button that was pressed went with its template: the focus goes where it can be undone.
        <Button small autoFocus onPress={() => onPutBack(removed)}>
          {t('local-staff.undo')}
        </Button>
      ) : null}
    </div>
  );
}

interface OwnProps {
  own: readonly OwnTemplate[];
  onChoose: (one: OwnTemplate) => void;
  onRemove: (one: OwnTemplate) => void;
}

function OwnTemplates({ own, onChoose, onRemove }: OwnProps) {
  const { t } = useTranslation();
  if (own.length === 0) return null;
  return (
    <>
      <p className="label">{t('builder.template.own')}</p>
      <div className="row">
        {own.map((one) => (
          <div className="row template-own" key={one.name}>
            <Button small onPress={() => onChoose(one)}>
              <bdi>{one.name}</bdi>
            </Button>
            <Button
              small
              kind="danger"
              aria-label={t('builder.template.remove', { name: one.name })}
              onPress={() => onRemove(one)}
            >
              <Pictogram name="close" />
            </Button>
          </div>
        ))}
      </div>
    </>
  );
}

/** What the buttons do, and what was done last. */
function useTemplateActions({ templates, onChoose }: Pick<TemplatesProps, 'templates' | 'onChoose'>) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const [done, setDone] = useState<Done | null>(null);
  const saidSaved = (name: string) =>
    setDone({ words: t('builder.template.saved', { name: isolated(name) }) });
  return {
    done,
    saidSaved,
    choose: (title: string, template: HandoutTemplate) => {
      const missing = onChoose(template);
      setDone({ words: t('builder.template.chosen', { name: isolated(title) }), missing });
    },
    remove: async (removed: OwnTemplate) => {
      const problem = await templates.remove(removed.name);
      const name = isolated(removed.name);
      if (problem) setDone({ words: words(problem) });
      else setDone({ words: t('builder.template.removed', { name }), removed });
    },
    putBack: async ({ name, template }: OwnTemplate) => {
      const problem = await templates.save(name, template, false);
      if (problem) setDone({ words: words(problem) });
      else saidSaved(name);
    },
  };
}

/** Starting points: those shipped, and the clinic's own, which hold nothing of a patient. */
export function TemplatesPart({ templates, structure, onChoose }: TemplatesProps) {
  const { t } = useTranslation();
  const { number } = useFigures();
  const words = useProblemWords();
  const { done, saidSaved, choose, remove, putBack } = useTemplateActions({ templates, onChoose });
  const [isSaving, setIsSaving] = useState(false);
  const own = templates.templates.filter((one) => one.from === 'own');
  const shipped = templates.templates.filter((one) => one.from === 'shipped');
  const shippedTitle = (name: ShippedName) => t(`builder.template.name.${name}`);
  return (
    <Part
      name="templates"
      title={t('builder.templates')}
      summary={t('builder.template.own-number', { number: number(own.length) })}
      startsOpen
    >
      {templates.problem ? <p className="error">{words(templates.problem)}</p> : null}
      <div className="row">
        {shipped.map(({ name, template }) => (
          <Button small key={name} onPress={() => choose(shippedTitle(name), template)}>
            {shippedTitle(name)}
          </Button>
        ))}
      </div>
      <OwnTemplates
        own={own}
        onChoose={({ name, template }) => choose(name, template)}
        onRemove={(one) => void remove(one)}
      />
      <div className="row">
        <Button small kind="quiet" isDisabled={structure === null} onPress={() => setIsSaving(true)}>
          <Pictogram name="plus" />
          {t('builder.template.save')}
        </Button>
      </div>
      <DoneLine done={done} onPutBack={(removed) => void putBack(removed)} />
      {isSaving && structure ? (
        <SaveTemplate
          save={(name, replace) => templates.save(name, structure, replace)}
          onSaved={(name) => {
            setIsSaving(false);
            saidSaved(name);
          }}
          onClose={() => setIsSaving(false)}
        />
      ) : null}
    </Part>
  );
}
