-- wrk asks these paths in turn: wrk -s rotate.lua ADDRESS -- FILE
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
end

function request()
  at = at % #paths + 1
  return wrk.format(nil, paths[at])
end

-- One line for a program, after what wrk prints for people; times in milliseconds.
function done(summary, latency)
  io.write(string.format(
    '{"count": %d, "seconds": %.3f, "p50": %.2f, "p95": %.2f, "p99": %.2f, "wrong": %d, "broken": %d}\n',
    summary.requests, summary.duration / 1e6,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
