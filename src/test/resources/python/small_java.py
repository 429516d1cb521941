"""Starts a small Java, which prints its options, in every way."""

import os
import subprocess
import sys

java = sys.argv[1]
os.environ["JAVA_TOOL_OPTIONS"] = "-javaagent:/a/interleave-agent.jar -Dmine=1"
subprocess.run([java])
subprocess.run(java, shell=True)
subprocess.run(["java"], executable=java, env=dict(os.environ))
subprocess.run(["sh", "-c", "exec " + java], close_fds=False)
os.system(java)
os.waitpid(os.posix_spawn(java, ["java"], os.environ), 0)
os.spawnv(os.P_WAIT, java, ["java"])
pid = os.fork()
if pid == 0:
    os.execv(java, ["java"])
os.waitpid(pid, 0)
subprocess.run(["sh", "-c", 'echo "others: $JAVA_TOOL_OPTIONS"'])
os.execvp("env", ["env", java])
