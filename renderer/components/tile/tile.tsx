import { Button } from 'react-aria-components';
import { Pictogram } from '../pictogram/pictogram.tsx';

interface TileProps {
  pictogram: string;
  title: string;
  summary?: string;
  onPress: () => void;
}

/** A large card that leads somewhere. */
export function Tile({ pictogram, title, summary, onPress }: TileProps) {
  return (
    <Button className="tile" onPress={onPress}>
      <Pictogram name={pictogram} size="large" />
      <span className="tile-words">
        <span className="tile-title">{title}</span>
        {summary ? <span className="quiet">{summary}</span> : null}
      </span>
    </Button>
  );
}
