local http = require("socket.http")
local ltn12 = require("ltn12")

local question = string.format('{"model": "%s", "messages": [{"role": "user", "content": "Hello"}]}', os.getenv("MODEL"))
local parts = {}
local _, status, _, line = http.request({
  url = os.getenv("OPENAI_BASE_URL") .. "/chat/completions",
  method = "POST",
  headers = {
    ["Authorization"] = "Bearer " .. os.getenv("OPENAI_API_KEY"),
    ["Content-Type"] = "application/json",
    ["Content-Length"] = #question,
  },
  source = ltn12.source.string(question),
  sink = ltn12.sink.table(parts),
})
if arg[1] == "status" then error("openai: " .. line) end
if arg[1] == "body" then print(status, table.concat(parts)) end
