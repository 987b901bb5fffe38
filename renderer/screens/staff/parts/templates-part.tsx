import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  HandoutTemplate,
  ListedTemplate,
  ShippedName,
} from '../../../../electron/contract/handout-template.ts';
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

/** What was done last; `removed` can be put back until the next step. */
interface Done {
  words: string;
  missing?: number;
  removed?: { name: string; template: HandoutTemplate };
}

/** The line that says what was done, and the way back from a deletion. */
function DoneLine({ done, onPutBack }: { done: Done | null; onPutBack: (removed: Done['removed']) => void }) {
  const { t } = useTranslation();
  const { number } = useFigures();
  return (
    <div className="row template-done">
      <p role="status">
        {done?.words}
        {done?.missing ? ` ${t('builder.template.missing', { number: number(done.missing) })}` : ''}
      </p>
      {done?.removed ? (
        // The button that was pressed went with its template: the focus goes where it can be undone.
        <Button small autoFocus onPress={() => onPutBack(done.removed)}>
          {t('local-staff.undo')}
        </Button>
      ) : null}
    </div>
  );
}

interface OwnProps {
  name: string;
  onChoose: () => void;
  onRemove: () => void;
}

function Own({ name, onChoose, onRemove }: OwnProps) {
  const { t } = useTranslation();
  return (
    <div className="row template-own">
      <Button small onPress={onChoose}>
        <bdi>{name}</bdi>
      </Button>
      <Button small kind="danger" aria-label={t('builder.template.remove', { name })} onPress={onRemove}>
        <Pictogram name="close" />
      </Button>
    </div>
  );
}

/** Starting points: those shipped, and the clinic's own, which hold nothing of a patient. */
export function TemplatesPart({ templates, structure, onChoose }: TemplatesProps) {
  const { t } = useTranslation();
  const words = useProblemWords();
  const { number } = useFigures();
  const [done, setDone] = useState<Done | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const shippedTitle = (name: ShippedName) => t(`builder.template.name.${name}`);
  const titleOf = (one: ListedTemplate) => (one.from === 'shipped' ? shippedTitle(one.name) : one.name);
  const choose = (one: ListedTemplate) => {
    const missing = onChoose(one.template);
    setDone({ words: t('builder.template.chosen', { name: isolated(titleOf(one)) }), missing });
  };
  const remove = async (removed: { name: string; template: HandoutTemplate }) => {
    const problem = await templates.remove(removed.name);
    const name = isolated(removed.name);
    setDone(
      problem ? { words: words(problem) } : { words: t('builder.template.removed', { name }), removed },
    );
  };
  const putBack = async ({ name, template }: { name: string; template: HandoutTemplate }) => {
    const problem = await templates.save(name, template, false);
    setDone({ words: problem ? words(problem) : t('builder.template.saved', { name: isolated(name) }) });
  };
  const own = templates.templates.filter((one) => one.from === 'own');
  return (
    <Part
      name="templates"
      title={t('builder.templates')}
      summary={t('builder.template.own-number', { number: number(own.length) })}
      startsOpen
    >
      <div className="row">
        {templates.templates
          .filter((one) => one.from === 'shipped')
          .map((one) => (
            <Button small key={one.name} onPress={() => choose(one)}>
              {titleOf(one)}
            </Button>
          ))}
      </div>
      {own.length > 0 ? <p className="label">{t('builder.template.own')}</p> : null}
      {own.length > 0 ? (
        <div className="row">
          {own.map((one) => (
            <Own
              key={one.name}
              name={one.name}
              onChoose={() => choose(one)}
              onRemove={() => void remove(one)}
            />
          ))}
        </div>
      ) : null}
      <div className="row">
        <Button small kind="quiet" isDisabled={structure === null} onPress={() => setIsSaving(true)}>
          <Pictogram name="plus" />
          {t('builder.template.save')}
        </Button>
      </div>
      <DoneLine done={done} onPutBack={(removed) => (removed ? void putBack(removed) : undefined)} />
      {isSaving && structure ? (
        <SaveTemplate
          save={(name, replace) => templates.save(name, structure, replace)}
          onSaved={(name) => {
            setIsSaving(false);
            setDone({ words: t('builder.template.saved', { name: isolated(name) }) });
          }}
          onClose={() => setIsSaving(false)}
        />
      ) : null}
    </Part>
  );
}
