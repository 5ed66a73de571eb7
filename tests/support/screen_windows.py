"""The windows of an X server, as its window manager keeps them: screen_windows.py prints the title of each, a line each;
screen_windows.py TITLE asks for the window of this title to be closed, as its own close button does."""
import ctypes
import sys

x = ctypes.CDLL("libX11.so.6")
for name in ("XOpenDisplay", "XDefaultRootWindow", "XInternAtom"):
    getattr(x, name).restype = ctypes.c_void_p if name == "XOpenDisplay" else ctypes.c_ulong
display = ctypes.c_void_p(x.XOpenDisplay(None))
root = ctypes.c_ulong(x.XDefaultRootWindow(display))


def atom(name):
    return ctypes.c_ulong(x.XInternAtom(display, name.encode(), 0))


def property_of(window, name):
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, left = ctypes.c_ulong(), ctypes.c_ulong()
    data = ctypes.c_void_p()
    x.XGetWindowProperty(
        display, ctypes.c_ulong(window), atom(name), ctypes.c_long(0), ctypes.c_long(4096), 0, ctypes.c_ulong(0),
        ctypes.byref(kind), ctypes.byref(form), ctypes.byref(count), ctypes.byref(left), ctypes.byref(data),
    )
    return data, count.value


class ClientMessage(ctypes.Structure):
    _fields_ = [
        ("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("send_event", ctypes.c_int), ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong), ("message_type", ctypes.c_ulong), ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5), ("padding", ctypes.c_long * 24),
    ]


data, count = property_of(root.value, "_NET_CLIENT_LIST")
windows = ctypes.cast(data, ctypes.POINTER(ctypes.c_ulong))[:count] if count else []
titled = {}
for window in windows:
    title, length = property_of(window, "_NET_WM_NAME")
    titled[window] = ctypes.string_at(title, length).decode() if length else ""
if len(sys.argv) == 1:
    sys.stdout.reconfigure(encoding="utf-8")
    print("\n".join(titled.values()))
    sys.exit(0)
for window, title in titled.items():
    if title == sys.argv[1]:
        message = ClientMessage(33, 0, 1, display, window, atom("_NET_CLOSE_WINDOW").value, 32)
        x.XSendEvent(display, root, 0, ctypes.c_long((1 << 20) | (1 << 19)), ctypes.byref(message))
        x.XSync(display, 0)
        sys.exit(0)
sys.exit(f"no window {sys.argv[1]}")
