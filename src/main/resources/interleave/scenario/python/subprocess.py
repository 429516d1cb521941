"""Runs another program: waits for its exit code, or talks with it through pipes."""
import subprocess

if __name__ == "__main__":
    print("$ nslookup www.python.org")
    code = subprocess.call(["nslookup", "www.python.org"], timeout=10)
    print("Exit code:", code)

    print("$ nslookup")
    program = subprocess.Popen(
        ["nslookup"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    # Writes the input and reads both outputs at the same time, so that no full pipe stops it.
    output, errors = program.communicate(b"set q=mx\npython.org\nexit\n", timeout=10)
    print(output.decode("utf-8"))
    print(errors.decode("utf-8"))
    print("Exit code:", program.returncode)
