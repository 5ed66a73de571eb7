/** One word of a shell line, whatever stands in it. */
function quoted(word) {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

/** The script that starts Electron; as another account when `user` is given. */
export function wrapperText(binary, user) {
  const identity = user === null ? '' : ` --reuid=${user.uid} --regid=${user.gid} --init-groups`;
  const places =
    user === null
      ? ''
      : ` env -u XDG_RUNTIME_DIR -u DBUS_SESSION_BUS_ADDRESS HOME=${quoted(user.home)} TMPDIR=${quoted(`${user.home}/tmp`)}`;
  return `#!/bin/sh\nexec setpriv${identity} --pdeathsig SIGTERM${places} ${quoted(binary)} "$@"\n`;
}
