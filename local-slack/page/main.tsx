// Starts the page of the local Slack.
import { createRoot } from 'react-dom/client';
import { Page } from './page.js';

const root = document.getElementById('page');
if (root !== null) createRoot(root).render(<Page />);
