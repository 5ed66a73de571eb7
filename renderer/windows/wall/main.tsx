import { createRoot } from 'react-dom/client';
import { openReplica } from '../../replica/store.ts';
import { WallWindow } from './WallWindow.tsx';

openReplica();
const root = document.getElementById('root');
if (root) createRoot(root).render(<WallWindow />);
