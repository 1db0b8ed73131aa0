"""Pages for those who watch the watcher; the only place that knows Starlette, uvicorn and prometheus-client."""
