import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connect } from './lib/bridge.ts';
import { keepFromBrowser } from './lib/browser-keys.ts';
import './styles/fonts.css';
import './styles/base.css';
import './styles/components.css';

window.addEventListener('keydown', keepFromBrowser);
createRoot(document.getElementById('root') as HTMLElement).render(<App client={connect()} />);
