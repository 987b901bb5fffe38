import type { LanguageInfo } from '../../../electron/contract/calls.ts';
import { Button } from '../button/button.tsx';

/** Each language in its own name and script. */
export function LanguageChoices({
  languages,
  current,
  onChoose,
}: {
  languages: LanguageInfo[];
  current?: string;
  onChoose: (tag: string) => void;
}) {
  return (
    <div className="choices">
      {languages.map(({ tag, ownName, direction }) => (
        <Button
          key={tag}
          kind={tag === current ? 'main' : 'plain'}
          lang={tag}
          dir={direction}
          onPress={() => onChoose(tag)}
        >
          {ownName}
        </Button>
      ))}
    </div>
  );
}
