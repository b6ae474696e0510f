import './lock-down';
import '@mantine/core/styles.css';
import './theme/window.css';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
