import { mountWindow } from '../../replica/mountWindow.ts';
import { WallWindow } from './WallWindow.tsx';

mountWindow(<WallWindow />);
