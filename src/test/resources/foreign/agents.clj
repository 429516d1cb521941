; Agents, software transactions, futures and monitors of Clojure, compiled while it runs.
(def total (ref 0))
(def counts (agent 0))
(def lock (Object.))
(def seen (atom []))
(let [workers (doall (for [w (range 4)]
                       (future
                         (dotimes [i 50]
                           (dosync (alter total + i))
                           (send counts inc)
                           (locking lock (swap! seen conj [w i])))
                         :done)))]
  (println (map deref workers)))
(await counts)
(println @total @counts (count @seen) (reduce + (pmap #(* % %) (range 100))))
(println (try (locking lock (throw (ex-info "thrown in a monitor" {})))
              (catch Exception e (.getMessage e)))
         (Thread/holdsLock lock))
(shutdown-agents)
