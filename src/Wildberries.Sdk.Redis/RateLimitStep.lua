-- One step on one bucket. All times are microseconds: up to some 9e15 they are exact as Lua's numbers, and 100 years on they still are.
--
-- KEYS[1]  the bucket: "FULL CLOSED SEEN SINCE REOPENED", when it is full again, until when it is closed, when that was written, since when it is
--          closed, and when a closing was taken back the last time (the last two may be missing); on the server's clock
-- KEYS[2]  the epoch: "RUN SINCE", which run of the server began it, and when
-- ARGV     1 to take a request now if that is allowed; how many more to charge; interval, capacity, padding; in how long the bucket is full again, as
--          WB or the time of writing says; how long it is closed, as far as the caller knows; to give a request back: in how long the bucket is full
--          again at most if nothing has happened to it since, else nothing; 'open' to open it again; in how long it is full again, as far as the
--          caller knows; how long ago the caller learned that it is closed
-- Answers {wait, begun, foreign, void}: zero or how long to wait before asking again; whether an epoch began; whether the bucket held what this script
--          does not write; whether the closing that the caller knows of was taken back
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
local full, closed, seen, closed_at, reopened = string.match(text, '^(%d+) (%d+) (%d+) ?(%d*) ?(%d*)$')
full, closed, seen = tonumber(full) or 0, tonumber(closed) or 0, tonumber(seen) or 0
closed_at, reopened = tonumber(closed_at) or 0, tonumber(reopened) or 0

-- What somebody else has put here says nothing: it is replaced, and the most is assumed, for this bucket only.
foreign = foreign or (text ~= '' and seen == 0) or seen > now + horizon or math.max(full, closed, closed_at, reopened) > seen + 2 * horizon
if foreign then
  redis.call('DEL', KEYS[1])
  full, closed, seen, closed_at, reopened = now + padding + intervals(capacity), 0, 0, 0, 0
end
local full_before, closed_before = foreign and 0 or full, closed

-- The server's clock was set back: what was so far ahead then is so far ahead now.
local ahead = math.max(0, seen - now)
full, closed = math.max(0, full - ahead), math.max(0, closed - ahead)
closed_at, reopened = math.max(0, closed_at - ahead), math.max(0, reopened - ahead)
full = math.max(full, capped(since + padding + intervals(capacity)), capped(now + tonumber(ARGV[6])))

-- What was learned before the bucket was opened again holds no longer. The way to here makes it look later than it was, never earlier.
local known = tonumber(ARGV[7])
local learned = math.max(0, now - tonumber(ARGV[11]))
local void = known > 0 and learned <= reopened
if not void then
  full = math.max(full, capped(now + tonumber(ARGV[10])))
  if known > 0 then
    closed, closed_at = math.max(closed, capped(now + known)), math.max(closed_at, learned)
  end
end

-- Not sooner than the table allows: what was closed was just used.
local kept = 0
if ARGV[9] == 'open' and closed > now then
  kept = closed - now
  closed, reopened = math.min(closed, math.max(now, closed_at + interval)), now
  full = math.min(full, closed + intervals(capacity - 1))
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

-- A bucket that is full and open is as good as an unknown one; that it was opened again is kept for as long as the closing would have lasted.
local left = math.max(full, closed) - now
local lasts = left > 0 and (math.ceil(left / 1000) + 1000) or 0
if reopened > 0 then
  lasts = math.max(lasts, redis.call('PTTL', KEYS[1]), math.ceil(kept / 1000))
end
if full ~= full_before or closed ~= closed_before then
  if lasts > 0 then
    local mark = (closed_at > 0 or reopened > 0) and string.format(' %.0f %.0f', closed_at, reopened) or ''
    redis.call('SET', KEYS[1], string.format('%.0f %.0f %.0f', full, closed, now) .. mark, 'PX', string.format('%.0f', lasts))
  elseif full < full_before then
    redis.call('DEL', KEYS[1])
  end
end

return {wait, begun and 1 or 0, foreign and 1 or 0, void and 1 or 0}
