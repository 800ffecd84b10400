-- One step on one bucket. All times are microseconds: up to some 9e15 they are exact as Lua's numbers, and 100 years on they still are.
--
-- KEYS[1]  the bucket: "FULL CLOSED SEEN VOID", when it is full again, until when it is closed, when that was written, and up to which
--          time closings are void since it was opened again (or nothing); on the server's clock
-- KEYS[2]  the epoch: "RUN SINCE", which run of the server began it, and when
-- ARGV     1 to take a request now if that is allowed; how many more to charge; interval, capacity, padding; in how long the bucket is full again, as
--          WB or the time of writing says; how long it is closed, as far as the caller knows; to give a request back: in how long the bucket is full
--          again at most if nothing has happened to it since, else nothing; 'close' if a 429 has just closed it, 'open' to open it again; in how long
--          it is full again, as far as the caller knows
-- Answers {wait, begun, foreign, void}: zero or how long to wait before asking again; whether an epoch began; whether the bucket held what this script
--          does not write; whether the closing that the caller knows of is void
local horizon = 100 * 365 * 24 * 3600 * 1000000
local take, charge = ARGV[1] == '1', tonumber(ARGV[2])
local interval, capacity, padding = tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5])

local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]

local function capped(at) return math.min(at, now + horizon) end
local function intervals(count) return math.min(interval * count, horizon) end

-- The text of a key; nothing and true where the key holds something else.
local function get(key)
  local value = redis.pcall('GET', key)
  if type(value) == 'table' then
    return '', true
  end
  return value or '', false
end

-- A server that was restarted, emptied or put in another's place has forgotten requests: all of them, or the last ones. What came
-- before the epoch is unknown, so the most is assumed. Where INFO is not allowed, only the loss of the key itself is noticed.
local info = redis.pcall('INFO', 'server')
local run = type(info) == 'string' and string.match(info, 'run_id:(%w+)') or '-'
local epoch_run, since = string.match((get(KEYS[2])), '^(%S+) (%d+)$')
since = tonumber(since)
local begun = epoch_run ~= run or since > now
if begun then
  since = now
  redis.call('SET', KEYS[2], string.format('%s %.0f', run, now))
end

local text, foreign = get(KEYS[1])
local full, closed, seen, void = string.match(text, '^(%d+) (%d+) (%d+) ?(%d*)$')
full, closed, seen, void = tonumber(full) or 0, tonumber(closed) or 0, tonumber(seen) or 0, tonumber(void) or 0

-- What somebody else has put here says nothing: it is replaced, and the most is assumed, for this bucket only.
foreign = foreign or (text ~= '' and seen == 0) or seen > now + horizon or math.max(full, closed, void) > seen + 2 * horizon
if foreign then
  redis.call('DEL', KEYS[1])
  full, closed, seen, void = now + padding + intervals(capacity), 0, 0, 0
end
local full_before, closed_before, void_before = foreign and 0 or full, closed, void

-- The server's clock was set back: what was so far ahead then is so far ahead now.
local ahead = math.max(0, seen - now)
full, closed, void = math.max(0, full - ahead), math.max(0, closed - ahead), math.max(0, void - ahead)
full = math.max(full, capped(since + padding + intervals(capacity)), capped(now + tonumber(ARGV[6])))

-- What the caller knows of a closing holds no longer once the bucket was opened again, unless it is a new one. Its clock runs a little otherwise.
local known = tonumber(ARGV[7])
local is_void = known > 0 and ARGV[9] ~= 'close' and now + known <= void + 1000000
if not is_void then
  full = math.max(full, capped(now + tonumber(ARGV[10])))
  closed = math.max(closed, capped(now + known))
end

if ARGV[9] == 'open' and closed > now then
  void = math.max(void, closed)
  closed = now
  full = math.min(full, now + intervals(capacity - 1))
end

local wait = 0
if take then
  local due = math.max(closed, full - intervals(capacity - 1))
  if now < due then
    wait = due - now
  else
    full = capped(math.max(now + padding, full) + intervals(1))
  end
end
if charge > 0 then
  full = capped(math.max(now, full) + intervals(charge))
end

if ARGV[8] ~= '' and full <= now + tonumber(ARGV[8]) then
  full = math.max(0, full - interval)
end

-- A bucket that is full and open is as good as an unknown one.
local left = math.max(full, closed, void) - now
if full ~= full_before or closed ~= closed_before or void ~= void_before then
  if left > 0 then
    local kept = void > now and string.format(' %.0f', void) or ''
    redis.call('SET', KEYS[1], string.format('%.0f %.0f %.0f', full, closed, now) .. kept, 'PX', string.format('%.0f', math.ceil(left / 1000) + 1000))
  elseif full < full_before then
    redis.call('DEL', KEYS[1])
  end
end

return {wait, begun and 1 or 0, foreign and 1 or 0, is_void and 1 or 0}
