package require http

set question [format {{"model": "%s", "messages": [{"role": "user", "content": "Hello"}]}} $env(MODEL)]
set token [http::geturl $env(OPENAI_BASE_URL)/chat/completions -type application/json -query $question \
    -headers [list Authorization "Bearer $env(OPENAI_API_KEY)"]]
switch [lindex $argv 0] {
    status { error "openai: [http::code $token]" }
    body { puts "[http::ncode $token] [http::data $token]" }
}
