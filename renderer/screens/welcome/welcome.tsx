import type { LanguageInfo } from '../../../electron/contract/calls.ts';
import { LanguageChoices } from '../../components/language-menu/language-choices.tsx';

interface WelcomeProps {
  languages: LanguageInfo[];
  /** "Choose your language" in each language, by tag. */
  words: Record<string, string>;
  onChoose: (tag: string) => void;
}

/** The first screen: nothing but the languages, each in its own name and script. */
export function Welcome({ languages, words, onChoose }: WelcomeProps) {
  return (
    <main className="page welcome">
      <h1 lang="es">Sala</h1>
      <div className="welcome-words">
        {languages.map(({ tag, direction }) => (
          <span key={tag} lang={tag} dir={direction}>
            {words[tag]}
          </span>
        ))}
      </div>
      <LanguageChoices languages={languages} onChoose={onChoose} />
    </main>
  );
}
