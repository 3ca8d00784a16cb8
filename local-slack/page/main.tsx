// The local workspace's page starts here: what a browser shows of the workspace and does in it.
import { createRoot } from 'react-dom/client';
import { Page } from './page.js';

const place = document.getElementById('page');
if (place !== null) createRoot(place).render(<Page />);
