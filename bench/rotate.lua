-- wrk asks these paths in turn: wrk -s rotate.lua ADDRESS -- FILE
local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
end

function request()
  at = at % #paths + 1
  return wrk.format(nil, paths[at])
end
