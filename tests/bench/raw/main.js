// The plain way, for comparison: an Electron app that is nothing but windows.
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow } from 'electron';

const { values: flags } = parseArgs({
  args: process.argv.slice(2),
  options: {
    windows: { type: 'string' },
    width: { type: 'string' },
    height: { type: 'string' },
    url: { type: 'string' },
    page: { type: 'string' },
    profile: { type: 'string' },
  },
  strict: false,
});

if (typeof flags.profile === 'string') app.setPath('userData', flags.profile);
app.enableSandbox();
app.on('window-all-closed', () => app.quit());

function open(index) {
  const window = new BrowserWindow({
    width: Number(flags.width),
    height: Number(flags.height),
    frame: false,
    autoHideMenuBar: true,
    backgroundColor: '#0B0F14',
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false, spellcheck: false },
  });
  window.webContents.on('render-process-gone', () => window.webContents.reload());
  const page = typeof flags.page === 'string' ? flags.page : 'blank.html';
  const query = { window: String(index), url: String(flags.url) };
  void window.loadFile(join(app.getAppPath(), page), { query });
}

void app.whenReady().then(() => {
  for (let index = 0; index < Number(flags.windows); index += 1) open(index);
});
