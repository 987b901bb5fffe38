import { Button } from '../../components/button/button.tsx';

interface ChoicesProps {
  options: { id: string; label: string }[];
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** One answer of a few, each a large button that answers at once. */
export function Choices({ options, chosen, onChoose }: ChoicesProps) {
  return (
    <div className="finder-choices">
      {options.map(({ id, label }) => (
        <Button
          key={id}
          kind={id === chosen ? 'main' : 'plain'}
          aria-pressed={id === chosen}
          onPress={() => onChoose(id)}
        >
          {label}
        </Button>
      ))}
    </div>
  );
}
