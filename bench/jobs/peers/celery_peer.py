"""Celery on a Redis that keeps nothing, with two worker processes; LATE acknowledges at the end and fetches one at a time."""
import json
import os
import subprocess
import sys
import time

import redis
from celery import Celery

url = f"redis://127.0.0.1:{os.environ['REDIS_PORT']}/1"
app = Celery("celery_peer", broker=url)
app.conf.update(task_ignore_result=True, broker_connection_retry=True, worker_hijack_root_logger=False)
if os.environ.get("LATE"):
    app.conf.update(task_acks_late=True, worker_prefetch_multiplier=1)
store = redis.Redis(port=int(os.environ["REDIS_PORT"]), db=1)
PATIENCE = 10


@app.task
def none():
    pass


@app.task
def tell(asked):
    store.rpush("told", time.monotonic() - asked)


class Engine:
    def empty(self):
        store.flushdb()

    def addOneByOne(self, count):
        begun = time.monotonic()
        for _ in range(count):
            none.delay()
        return {"seconds": time.monotonic() - begun}

    addMany = addOneByOne  # it has no other way

    def drain(self, count):
        with Worker():
            while self._left() == count:
                time.sleep(0.0005)
            begun = time.monotonic()
            while (left := self._left()) > 0 and time.monotonic() - begun < PATIENCE:
                time.sleep(0.002)
            return {"seconds": (time.monotonic() - begun), "jobs": count - left}

    def pickup(self, times):
        with Worker():
            tell.delay(time.monotonic())
            store.blpop("told")
            took = []
            for i in range(times):
                time.sleep((20 + i * 7 % 30) / 1000)
                tell.delay(time.monotonic())
                took.append(float(store.blpop("told")[1]) * 1000)
            return {"took": took}

    def _left(self):
        with store.pipeline() as pipe:
            queued, unacked = pipe.llen("celery").hlen("unacked").execute()
        return queued + unacked


class Worker:
    def __enter__(self):
        line = [sys.executable, "-m", "celery", "-A", "celery_peer", "worker", "--concurrency=2", "--loglevel=error"]
        quiet = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
        self._process = subprocess.Popen(line + quiet, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()


if __name__ == "__main__":
    engine = Engine()
    for line in sys.stdin:
        command, *numbers = line.split()
        print(json.dumps(getattr(engine, command)(*map(int, numbers)) or {}), flush=True)
