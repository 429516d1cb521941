"""Calls of what a manager serves: from the client's proxy to the thread that serves it and back.

The call's number goes behind the request, see trailer; so it is known which thread of the server carries it out.
"""

from _thread import get_ident
from threading import current_thread

from _interleave import frames, hooking, record, trailer
from _interleave.kinds import CALL_BEGIN, CALL_END, SERVE_BEGIN, SERVE_END, Flag
from _interleave.previews import preview
from _interleave.service import name_thread, serving
from _interleave.wires import failure

# By thread: the number of the call that it makes, until it is sent; of the call that it serves.
_calling = {}
_serving = {}


def patch(module):
    """Watches proxies and servers."""
    trailer.SENDERS[id(module.BaseProxy._callmethod.__code__)] = _request
    hooking.wrap(module.BaseProxy, "_callmethod", _callmethod)
    serve = id(module.Server.serve_client.__code__)
    trailer.RECEIVERS[serve] = _requested
    trailer.SENDERS[serve] = _answer
    hooking.wrap(module.Server, "accepter", serving)
    hooking.wrap(module.Server, "handle_request", serving)
    hooking.wrap(module.Server, "serve_client", _serve_client)


# The client


def _callmethod(original):
    def _callmethod(self, methodname, args=(), kwds={}):
        # The proxy's own method is made of a text, which is no place of the program.
        site = frames.user_site(2 if frames.caller().f_code.co_filename == "<string>" else 1)
        number = record.message_id()
        me = get_ident()
        _calling[me] = number
        record.text(CALL_BEGIN, 0, 0, site, number, _shown(self._token.typeid, methodname, args, kwds))
        flags, result = 0, None
        try:
            result = original(self, methodname, args, kwds)
            return result
        except BaseException as error:
            flags, result = failure(error), error
            raise
        finally:
            _calling.pop(me, None)
            shown = "" if result is None else type(result).__name__ if flags else preview(result)
            record.text(CALL_END, flags, 0, site, number, shown)

    return _callmethod


def _shown(typeid, method, args, kwds):
    said = [preview(each, 40) for each in args] + ["%s=%s" % (key, preview(kwds[key], 40)) for key in kwds]
    return "%s.%s(%s)" % (typeid, method, ", ".join(said))


def _request(_, __):
    return _calling.pop(get_ident(), 0)


# The server


def _requested(_, number, request):
    _serving[get_ident()] = number
    record.event(SERVE_BEGIN, 0, 0, 0, number)


def _answer(_, answer):
    number = _serving.pop(get_ident(), 0)
    if number:
        failed = type(answer) is tuple and answer and answer[0] not in ("#RETURN", "#PROXY")
        record.event(SERVE_END, Flag.FAILED if failed else 0, 0, 0, number)
    return 0


def _serve_client(original):
    def serve_client(self, conn):
        """
        Handle requests from the proxies in a particular process/thread
        """
        name = current_thread().name  # the library has named it after the client
        name_thread(0, "serves %s" % name if type(name) is str else "")
        return original(self, conn)

    return serve_client
