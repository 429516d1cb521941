package foreign;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Links every class of the jars that are named: the JVM verifies each, and none is initialised.
 * Prints what cannot be linked. Whoever changes how classes are rewritten runs this over many jars
 * with the tracer and without it; the answers differ only in which missing class is named.
 */
public final class EveryClass {
  public static void main(String[] jars) throws Exception {
    URL[] urls = new URL[jars.length];
    for (int i = 0; i < jars.length; i++) {
      urls[i] = Path.of(jars[i]).toUri().toURL();
    }
    int count = 0;
    try (URLClassLoader loader = new URLClassLoader(urls)) {
      for (String jar : jars) {
        try (JarFile opened = new JarFile(jar)) {
          for (JarEntry entry : opened.stream().toList()) {
            String name = entry.getName();
            if (name.endsWith(".class") && !name.contains("-")) {
              link(name.substring(0, name.length() - 6).replace('/', '.'), loader);
              count++;
            }
          }
        }
      }
    }
    System.out.println(count + " classes");
  }

  private static void link(String name, ClassLoader loader) {
    try {
      var unused = Class.forName(name, false, loader).getDeclaredMethods();
    } catch (Throwable e) {
      System.out.println(name + " " + e.getClass().getSimpleName());
    }
  }
}
