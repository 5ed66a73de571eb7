import { mountWindow } from '../../replica/mountWindow.ts';
import { Console } from './Console.tsx';

mountWindow(<Console />);
