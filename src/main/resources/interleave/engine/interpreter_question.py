# Says what Python this is, line by line; for every one from 2.7 on, so that it can be told what is wrong with it.
import sys
v = sys.version_info
name = getattr(getattr(sys, 'implementation', None), 'name', 'cpython')
free = 'free-threading' in sys.version or 't' in getattr(sys, 'abiflags', '')
level = {'alpha': 'a', 'beta': 'b', 'candidate': 'rc'}.get(v[3])
print('interleave-asks')
print(sys.executable or '')
print(name)
print('%d.%d' % (v[0], v[1]))
print('%d.%d.%d' % v[:3] + ('%s%d' % (level, v[4]) if level else ''))
print(int(free))
print(int(getattr(sys, '_is_gil_enabled', bool)()) if free else 1)
