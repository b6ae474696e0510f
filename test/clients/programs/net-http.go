package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

func main() {
	question := fmt.Sprintf(`{"model": %q, "messages": [{"role": "user", "content": "Hello"}]}`, os.Getenv("MODEL"))
	request, _ := http.NewRequest("POST", os.Getenv("OPENAI_BASE_URL")+"/chat/completions", strings.NewReader(question))
	request.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	body, _ := io.ReadAll(response.Body)
	switch os.Args[1] {
	case "status":
		log.Fatalf("openai: unexpected status: %s", response.Status)
	case "body":
		log.Fatalf("openai: %s: %s", response.Status, body)
	case "panic":
		panic(fmt.Errorf("openai: status %d: %s", response.StatusCode, body))
	case "response":
		fmt.Printf("%+v\n", response)
	}
}
