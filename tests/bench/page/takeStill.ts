/** Runs inside a window of the wall: what it shows, as the text of a page that needs no script and no other file. */
async function takeStill(): Promise<string> {
  const read = (file: Blob): Promise<string> =>
    new Promise((done) => {
      const reader = new FileReader();
      reader.onload = () => done(String(reader.result));
      reader.readAsDataURL(file);
    });
  let rules = '';
  for (const sheet of document.styleSheets) {
    let text = [...sheet.cssRules].map(({ cssText }) => cssText).join('\n');
    for (const [, address = ''] of text.matchAll(/url\("([^"]+)"\)/g)) {
      const file = await fetch(new URL(address, sheet.href ?? location.href)).then((answer) => answer.blob());
      text = text.replaceAll(`url("${address}")`, `url("${await read(file)}")`);
    }
    rules += text;
  }
  const page = document.documentElement.cloneNode(true);
  if (!(page instanceof HTMLElement)) throw new Error('no page');
  for (const part of page.querySelectorAll('script, link')) part.remove();
  const drawn = [...document.querySelectorAll('canvas')];
  for (const [index, canvas] of [...page.querySelectorAll('canvas')].entries()) {
    const picture = document.createElement('img');
    picture.src = drawn[index]?.toDataURL() ?? '';
    picture.className = canvas.className;
    picture.style.cssText = canvas.style.cssText;
    canvas.replaceWith(picture);
  }
  const style = document.createElement('style');
  style.textContent = rules;
  page.querySelector('head')?.append(style);
  return `<!doctype html>${page.outerHTML}`;
}

export const still = `(${takeStill.toString()})()`;
