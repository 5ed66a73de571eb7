import { createRoot } from 'react-dom/client';
import { openReplica } from '../../replica/store.ts';
import { Console } from './Console.tsx';

openReplica();
const root = document.getElementById('root');
if (root) createRoot(root).render(<Console />);
